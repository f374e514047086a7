using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol.Lsp;

namespace HotReload.Lsp.Reporting;

/// <summary>The quick fix of an edit that can be no delta: start the program again.</summary>
internal static class RestartFix
{
    /// <summary>LSP's kind of it.</summary>
    public const string Kind = "quickfix";

    const string Title = "Restart the program";
    const string Command = "hotReload.restart";

    /// <summary>The fixes at a place, one for each session that needs a restart for something there.</summary>
    /// <param name="needs">The sessions that need a restart.</param>
    /// <param name="path">Full path of the file.</param>
    /// <param name="range">The place; what it touches counts.</param>
    public static ImmutableArray<CodeAction> Find(IEnumerable<RestartNeed> needs, string path, TextRange range)
    {
        var found = needs
            .Select(need => (Need: need, Reasons: need.Reasons.RemoveAll(reason => !IsAt(reason, path, range))))
            .Where(item => !item.Reasons.IsEmpty)
            .ToList();

        // The program needs no name where only one is meant.
        return [.. found.Select(item => Of(item.Need, item.Reasons, found.Count == 1 ? Title : $"{Title} {item.Need.Name}"))];
    }

    /// <summary>Whether a client that wants only some kinds of actions wants this one.</summary>
    public static bool IsWanted(CodeActionContext? context) =>
        context?.Only is not { } only || only.Any(kind => kind is "" or Kind);

    static CodeAction Of(RestartNeed need, ImmutableArray<ReloadDiagnostic> reasons, string title) => new(
        title, Kind, [.. reasons.Select(DiagnosticsPublisher.ToLsp)], IsPreferred: true, new(title, Command, [new(need.Session)]));

    static bool IsAt(ReloadDiagnostic reason, string path, TextRange range) =>
        string.Equals(reason.File, path, PathIdentity.Comparison)
        && reason.Range.Start <= range.End && range.Start <= reason.Range.End;
}
