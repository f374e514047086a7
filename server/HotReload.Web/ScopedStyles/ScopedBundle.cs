using System.Text;
using System.Text.RegularExpressions;
using HotReload.Core.Buffers;

namespace HotReload.Web.ScopedStyles;

/// <summary>The one style sheet that a project's build makes of all that belong to its views and components.</summary>
sealed partial class ScopedBundle
{
    readonly Lazy<Dictionary<string, string>> _scopes;

    /// <param name="path">Full path of the bundle, in the project's intermediate output.</param>
    public ScopedBundle(string path)
    {
        Path = path;

        // obj/Debug/net10.0/scopedcss/bundle/Name.styles.css
        var folder = new FileInfo(path).Directory!.Parent!.Parent!;
        _scopes = new(() => ScopeIds.Read(folder.FullName));
        ProjectFolder = FindProject(folder);
    }

    /// <summary>Full path of the bundle.</summary>
    public string Path { get; }

    /// <summary>Full path of its project's folder, with a separator at its end.</summary>
    public string ProjectFolder { get; }

    /// <summary>Whether a file is a bundle of this kind.</summary>
    public static bool IsBundle(string path) =>
        path.EndsWith(".styles.css", StringComparison.Ordinal) || path.EndsWith(".bundle.scp.css", StringComparison.Ordinal);

    /// <summary>Whether a style sheet belongs to a view or component.</summary>
    public static bool IsScoped(string path) =>
        path.EndsWith(".razor.css", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cshtml.css", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a style sheet is part of this bundle, or would be after a build.</summary>
    public bool Takes(string path) => path.StartsWith(ProjectFolder, PathIdentity.Comparison);

    /// <summary>The bundle with other texts for some of its parts.</summary>
    /// <returns>It, or why not; neither where a part has no scope yet.</returns>
    /// <param name="parts">Full path to text as its author writes it.</param>
    /// <param name="scoper">Scopes them.</param>
    public ScopedText Make(IEnumerable<KeyValuePair<string, string>> parts, ICssScoper scoper)
    {
        string bundle;
        try
        {
            bundle = File.ReadAllText(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(null, $"{Path} can't be read ({exception.Message}); build the project.");
        }

        foreach (var (path, text) in parts)
        {
            if (!_scopes.Value.TryGetValue(path[..^".css".Length], out var scope))
            {
                return new(null, null);
            }

            var scoped = scoper.Scope(path, text, scope);
            if (scoped.Text is null)
            {
                return scoped;
            }

            bundle = Replace(bundle, path, scoped.Text);
        }

        return new(bundle, null);
    }

    string Replace(string bundle, string path, string text)
    {
        var name = System.IO.Path.ChangeExtension(path[ProjectFolder.Length..], ".rz.scp.css").Replace(System.IO.Path.DirectorySeparatorChar, '/');
        var heads = Head().Matches(bundle);
        for (var i = 0; i < heads.Count; i++)
        {
            if (heads[i].Groups["path"].Value.TrimStart('/') is var here && (here == name || here.EndsWith("/" + name, StringComparison.Ordinal)))
            {
                var start = heads[i].Index + heads[i].Length;
                var end = i + 1 < heads.Count ? heads[i + 1].Index : bundle.Length;
                return new StringBuilder(bundle).Remove(start, end - start).Insert(start, $"\n{text}\n").ToString();
            }
        }

        return $"{bundle}\n/* /{name} */\n{text}\n";
    }

    /// <summary>The folder above the intermediate output that has a project in it, with a separator at its end.</summary>
    static string FindProject(DirectoryInfo folder)
    {
        for (var above = folder.Parent; above is not null; above = above.Parent)
        {
            if (above.Exists && above.EnumerateFiles("*.*proj").Any())
            {
                return above.FullName + System.IO.Path.DirectorySeparatorChar;
            }
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^/\* (?<path>.+\.rz\.scp\.css) \*/\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
