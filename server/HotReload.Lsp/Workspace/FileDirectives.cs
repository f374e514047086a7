namespace HotReload.Lsp.Workspace;

/// <summary>The lines in which a file-based program says how it is built: <c>#:package</c>, <c>#:project</c> and the like.</summary>
internal static class FileDirectives
{
    const string Directive = "#:";
    const string Interpreter = "#!";

    /// <summary>The directives, a line each; null where there is no text.</summary>
    public static string? Of(string? text) => text is null ? null : string.Join('\n', Find(text));

    /// <summary>Whether a text says that it is a program of its own.</summary>
    public static bool Has(string text) => text.StartsWith(Interpreter, StringComparison.Ordinal) || Find(text).Any();

    /// <summary>They stand before any code, and none of them is longer than its line.</summary>
    static IEnumerable<string> Find(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(Directive, StringComparison.Ordinal));
}
