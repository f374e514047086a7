using System.Globalization;

namespace HotReload.Conformance.LongRuns;

/// <summary>What a server holds at one moment. All zero where the system has no <c>/proc</c>.</summary>
/// <param name="Process">Its id: a server that was killed has a successor.</param>
/// <param name="Edits">How many edits there were before.</param>
/// <param name="Bytes">Its resident memory.</param>
/// <param name="Handles">Its open files, pipes and sockets.</param>
/// <param name="Threads">Its threads.</param>
sealed record Footprint(int Process, int Edits, long Bytes, int Handles, int Threads)
{
    /// <summary>Looks.</summary>
    public static Footprint Of(int process, int edits)
    {
        var folder = $"/proc/{process.ToString(CultureInfo.InvariantCulture)}";
        if (!Directory.Exists(folder))
        {
            return new(process, edits, 0, 0, 0);
        }

        var resident = File.ReadLines($"{folder}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        var kilobytes = long.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        return new(process, edits, kilobytes * 1024, Count($"{folder}/fd"), Count($"{folder}/task"));
    }

    static int Count(string folder) => Directory.EnumerateFileSystemEntries(folder).Count();
}
