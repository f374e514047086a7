namespace HotReload.Lsp.Workspace;

/// <summary>Document URIs and the paths they stand for.</summary>
internal static class DocumentUris
{
    /// <summary>
    /// The full path of a <c>file</c> URI; null for any other (an untitled buffer, the git view of a file, a remote share):
    /// such a document is no file of a project that could be reloaded.
    /// </summary>
    public static string? ToPath(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed is { IsFile: true, IsUnc: false }
            ? Path.GetFullPath(parsed.LocalPath)
            : null;

    /// <summary>The URI of a full path.</summary>
    public static string FromPath(string path) => new UriBuilder { Scheme = Uri.UriSchemeFile, Host = "", Path = path }.Uri.AbsoluteUri;
}
