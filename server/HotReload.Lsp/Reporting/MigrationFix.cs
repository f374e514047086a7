using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Reporting;

/// <summary>The quick fix of a new field that objects made before the change lack: a method that sets it.</summary>
internal static class MigrationFix
{
    const string Title = "Write a [MigrateState] method";
    const string Attribute = "MigrateStateAttribute";

    /// <summary>The fix at a place; null where there is nothing to be fixed, or the text is another one by now.</summary>
    /// <param name="last">What the last reload said.</param>
    /// <param name="path">Full path of the file.</param>
    /// <param name="range">The place; what it touches counts.</param>
    /// <param name="text">The file as it is on the screen.</param>
    /// <param name="attribute">The attribute's name where the program has one; else the fix declares it.</param>
    public static CodeAction? Find(ReloadResult last, string path, TextRange range, string text, string? attribute)
    {
        var hint = last.Diagnostics.FirstOrDefault(item => item.Code == NewFieldHint.Code && IsAt(item, path, range));
        var member = hint is null ? null : last.Members.FirstOrDefault(item => item.File == hint.File && item.Range == hint.Range);
        var lines = text.Split('\n');
        if (member is null || member.Range.End.Line >= lines.Length || !lines[member.Range.Start.Line].Contains(NameOf(member), StringComparison.Ordinal))
        {
            return null;
        }

        var type = member.Name[..member.Name.LastIndexOf('.')];
        var fields = last.Members.Where(item => item.Name.StartsWith(type + ".", StringComparison.Ordinal) && IsHinted(last, item)).Select(NameOf);
        ImmutableArray<LspTextEdit> edits = [new(At(member.Range.End), Method(type, fields, Indent(lines[member.Range.Start.Line]), attribute))];
        if (attribute is null)
        {
            edits = edits.Add(new(At(new(lines.Length - 1, lines[^1].Length)), Declaration));
        }

        var changes = ImmutableDictionary<string, ImmutableArray<LspTextEdit>>.Empty.Add(DocumentUris.FromPath(path), edits);
        return new(Title, RestartFix.Kind, [DiagnosticsPublisher.ToLsp(hint!)], IsPreferred: true, Edit: new(changes));
    }

    const string Declaration =
        "\n/// <summary>Brings objects that exist already to the new shape of their type, under hot reload.</summary>\n"
        + $"[System.AttributeUsage(System.AttributeTargets.Method)]\ninternal sealed class {Attribute} : System.Attribute\n{{\n}}\n";

    static string Method(string type, IEnumerable<string> fields, string indent, string? attribute)
    {
        var name = (attribute ?? Attribute)[..^nameof(System.Attribute).Length];
        string[] lines =
        [
            "", "", $"[{name}]", $"private static void Migrate({type.Split('.')[^1]} existing)", "{",
            .. fields.Select(field => $"    // existing.{field} holds the default value in objects made before the change: set it here."), "}",
        ];
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : indent + line));
    }

    static string NameOf(ChangedMember member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];

    static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];

    static TextRange At(TextPosition place) => new(place, place);

    static bool IsHinted(ReloadResult last, ChangedMember member) =>
        last.Diagnostics.Any(item => item.Code == NewFieldHint.Code && item.File == member.File && item.Range == member.Range);

    static bool IsAt(ReloadDiagnostic hint, string path, TextRange range) =>
        string.Equals(hint.File, path, PathIdentity.Comparison) && hint.Range.Start <= range.End && range.Start <= hint.Range.End;
}
