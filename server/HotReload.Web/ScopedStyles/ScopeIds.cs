using HotReload.Core.Buffers;

namespace HotReload.Web.ScopedStyles;

/// <summary>The scopes that a project's last build has given to its views, read from what it told the compiler.</summary>
static class ScopeIds
{
    const string Scope = "build_metadata.AdditionalFiles.CssScope = ";

    /// <summary>Full path of a view or component to its scope.</summary>
    /// <param name="intermediateFolder">Full path of the project's intermediate output.</param>
    public static Dictionary<string, string> Read(string intermediateFolder)
    {
        var scopes = new Dictionary<string, string>(PathIdentity.Comparer);
        if (!Directory.Exists(intermediateFolder))
        {
            return scopes;
        }

        var file = "";
        foreach (var line in Directory.EnumerateFiles(intermediateFolder, "*.GeneratedMSBuildEditorConfig.editorconfig").SelectMany(File.ReadLines))
        {
            if (line is ['[', .., ']'])
            {
                file = Path.GetFullPath(line[1..^1]);
            }
            else if (line.StartsWith(Scope, StringComparison.Ordinal) && line.Length > Scope.Length)
            {
                scopes[file] = line[Scope.Length..];
            }
        }

        return scopes;
    }
}
