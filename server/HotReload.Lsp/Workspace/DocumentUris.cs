namespace HotReload.Lsp.Workspace;

/// <summary>Document URIs and the paths they stand for.</summary>
/// <remarks>
/// Not by <see cref="Uri"/>: that takes a percent sign or a backslash in a file's name for something else, and does not
/// know a Windows drive whose colon is escaped, as some editors send it.
/// </remarks>
internal static class DocumentUris
{
    const string Scheme = "file:";

    /// <summary>
    /// The full path of a <c>file</c> URI; null for any other (an untitled buffer, the git view of a file, a remote share):
    /// such a document is no file of a project that could be reloaded.
    /// </summary>
    public static string? ToPath(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = uri.AsSpan(Scheme.Length);
        var end = rest.IndexOfAny('?', '#');
        return WithoutHost(end < 0 ? rest : rest[..end]) is { Length: > 0 } escaped
            ? Rooted(Uri.UnescapeDataString(escaped))
            : null;
    }

    /// <summary>The URI of a full path.</summary>
    public static string FromPath(string path)
    {
        var names = OperatingSystem.IsWindows() ? path.Replace('\\', '/').Split('/') : path.Split('/');
        var escaped = names.Select((name, index) => index == 0 && IsDrive(name) ? name : Uri.EscapeDataString(name));
        return $"file://{(path.StartsWith('/') ? "" : "/")}{string.Join('/', escaped)}";
    }

    /// <summary>The path of a URI of this machine; null for another one's.</summary>
    static string? WithoutHost(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("//"))
        {
            return rest.ToString();
        }

        var path = rest[2..].IndexOf('/');
        var host = path < 0 ? rest[2..] : rest.Slice(2, path);
        return path >= 0 && (host.IsEmpty || host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            ? rest[(2 + path)..].ToString()
            : null;
    }

    static string? Rooted(string path)
    {
        var isShare = path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith(@"/\", StringComparison.Ordinal);
        if (!path.StartsWith('/') || isShare || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return Path.GetFullPath(OperatingSystem.IsWindows() && path.Length > 2 && IsDrive(path[1..3]) ? path[1..] : path);
    }

    static bool IsDrive(string name) => name is [var letter, ':'] && char.IsAsciiLetter(letter);
}
