using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>
/// Which folders the system is asked to watch. Each watcher is one of the few that it has for a user (128 on most Linux systems, for all
/// programs together), so many projects next to each other share one, of the folder that they lie in.
/// </summary>
internal static class WatchedFolders
{
    /// <summary>Fewer projects are watched each by itself.</summary>
    public const int Least = 8;

    /// <summary>A folder of packages, of which there may be tens of thousands.</summary>
    const string Packages = "node_modules";

    /// <summary>The folders to watch, each with those that are to be covered by it.</summary>
    public static IEnumerable<IGrouping<string, string>> Cover(IEnumerable<string> folders)
    {
        var outermost = Outermost([.. folders.Distinct(PathIdentity.Comparer)]);
        var shared = outermost.GroupBy(folder => Path.GetDirectoryName(folder) ?? folder, PathIdentity.Comparer)
            .Where(siblings => siblings.Count() >= Least && IsMostly(siblings.Key, siblings.Count()))
            .Select(siblings => siblings.Key);

        // Again: a folder that is watched for many may hold others' projects, further down.
        var parents = Outermost([.. shared]);
        return outermost.GroupBy(folder => parents.Find(parent => PathIdentity.IsIn(folder, parent)) ?? folder, PathIdentity.Comparer);
    }

    /// <summary>A folder inside another one is watched with it.</summary>
    static List<string> Outermost(List<string> folders) =>
        folders.FindAll(folder => !folders.Exists(other => folder.Length > other.Length && PathIdentity.IsIn(folder, other)));

    /// <summary>Whether there is not much else in a folder than so many projects.</summary>
    static bool IsMostly(string folder, int projects)
    {
        try
        {
            return !Directory.Exists(Path.Combine(folder, Packages)) && Directory.EnumerateDirectories(folder).Take((2 * projects) + 1).Count() <= 2 * projects;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
