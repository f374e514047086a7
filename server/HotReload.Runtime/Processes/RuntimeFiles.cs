using System.Collections.Immutable;
using System.Globalization;

namespace HotReload.Runtime.Processes;

/// <summary>
/// The files by which debuggers and diagnostic tools reach a .NET process. Its runtime makes them and takes them away when it ends; of a
/// process that was killed, or that an exception ended, they stay in the temporary folder.
/// </summary>
static class RuntimeFiles
{
    /// <summary>The names of the files that a process's runtime makes; none on Windows, where they are pipes and go with the process.</summary>
    /// <remarks>
    /// Each has, beside the process's id, what tells it from a later one with the same id: the start in the system's ticks on Linux, in
    /// seconds on macOS.
    /// </remarks>
    public static ImmutableArray<string> Names(ProcessIdentity process)
    {
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        var start = OperatingSystem.IsLinux() ? process.Started : new DateTimeOffset(process.Started, TimeSpan.Zero).ToUnixTimeSeconds();
        var key = string.Create(CultureInfo.InvariantCulture, $"{process.Id}-{start}");
        return [$"dotnet-diagnostic-{key}-socket", $"clr-debug-pipe-{key}-in", $"clr-debug-pipe-{key}-out"];
    }

    /// <summary>Removes those of a process that has ended, or was killed just now.</summary>
    /// <param name="process">The process, of whatever kind.</param>
    /// <param name="folder">The folder for temporary files.</param>
    public static void Remove(ProcessIdentity process, string folder)
    {
        foreach (var name in Names(process))
        {
            Delete(Path.Combine(folder, name));
        }
    }

    /// <summary>Deletes a file, where it is there and can be.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is another user's, or a cleaner of temporary files is at it.
        }
    }
}
