using System.Security.Cryptography;
using System.Text;

namespace HotReload.Engine.Evaluations;

/// <summary>Where evaluations are kept. It names no Roslyn type, for those who ask before Roslyn's home is known.</summary>
internal static class EvaluationFiles
{
    /// <summary>The folder of evaluations in the user's folder for what can be made again.</summary>
    public static CacheFolder In(string cacheFolder) => new(Path.Combine(cacheFolder, "evaluations"), TimeProvider.System);

    /// <summary>The name of the file that has a project's.</summary>
    public static string NameOf(string projectPath) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(projectPath)))[..32];

    /// <summary>That of some projects whose evaluation was used last; null where none was.</summary>
    public static string? FindLastUsed(string cacheFolder, IEnumerable<string> projectPaths)
    {
        var folder = In(cacheFolder);
        return projectPaths
            .Select(path => (Path: path, UsedAt: folder.UsedAt(NameOf(path))))
            .Where(project => project.UsedAt is not null)
            .OrderByDescending(project => project.UsedAt)
            .Select(project => project.Path)
            .FirstOrDefault();
    }
}
