using System.Globalization;
using HotReload.Runtime.Processes;

namespace HotReload.Conformance.LongRuns;

/// <summary>Finds what .NET's runtime has left in a folder for temporary files.</summary>
static class TemporaryFiles
{
    /// <summary>Full paths of the sockets and pipes of processes that run no more. Build servers outlive a build on purpose, and keep theirs.</summary>
    public static IEnumerable<string> OfEndedProcesses(string folder) =>
        from prefix in new[] { "dotnet-diagnostic-", "clr-debug-pipe-" }
        from path in Directory.EnumerateFileSystemEntries(folder, prefix + "*")
        let id = Path.GetFileName(path)[prefix.Length..].Split('-')[0]
        where ProcessIdentity.Find(int.Parse(id, CultureInfo.InvariantCulture)) is null
        select path;
}
