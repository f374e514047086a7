namespace HotReload.Testing.Editing;

/// <summary>Turns what a test calls a document into the URI that an editor sends.</summary>
static class DocumentUri
{
    /// <summary>The URI of a full path, a path relative to <paramref name="root"/>, or a URI, which stays as it is.</summary>
    public static string Of(string root, string document) =>
        IsUri(document) ? document : new Uri(Path.GetFullPath(Path.Combine(root, document))).AbsoluteUri;

    /// <summary>The file of a URI; null if it names none.</summary>
    public static string? File(string uri) =>
        uri.StartsWith("file:", StringComparison.Ordinal) ? new Uri(uri).LocalPath : null;

    // One letter before the colon is a drive.
    static bool IsUri(string document) => document.IndexOf(':', StringComparison.Ordinal) > 1;
}
