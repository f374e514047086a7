using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Sessions;

/// <summary>What the last restart has not settled, and of which text. Another restart of the same text would not settle it either.</summary>
internal sealed class UnsettledReasons
{
    ImmutableHashSet<Reason> _reasons = [];

    public void Clear() => _reasons = [];

    /// <summary>Takes what there was to say of a start.</summary>
    /// <param name="result">What was said; null where it was nothing.</param>
    /// <param name="text">The text that it was said of.</param>
    /// <param name="begunWith">The text that the restart was begun with; null at a first start.</param>
    /// <returns>Whether there is anything that the restart was not made of: text that came while the program was started.</returns>
    public bool Take(ReloadResult? result, Snapshot text, Snapshot? begunWith)
    {
        List<Reason> reasons = result is null ? [] : [.. RestartReasons.Of(result).Select(reason => Identify(reason, text))];
        _reasons = [.. reasons.Where(IsFromBefore)];
        return !reasons.TrueForAll(IsFromBefore);

        bool IsFromBefore(Reason reason) => begunWith is null || reason.Text == TextOf(reason.File, begunWith);
    }

    /// <summary>Whether a reload asks for a restart by nothing else.</summary>
    public bool HasAllOf(ReloadResult result, Snapshot text) =>
        RestartReasons.Of(result) is { IsEmpty: false } reasons && reasons.All(reason => _reasons.Contains(Identify(reason, text)));

    static Reason Identify(ReloadDiagnostic diagnostic, Snapshot text) => new(diagnostic.Code, diagnostic.File, TextOf(diagnostic.File, text));

    static string? TextOf(string? file, Snapshot text) => file is null ? null : text.Texts.GetValueOrDefault(file);

    sealed record Reason(string Code, string? File, string? Text);
}
