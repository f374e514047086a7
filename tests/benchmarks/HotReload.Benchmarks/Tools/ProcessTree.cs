using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HotReload.Benchmarks.Tools;

/// <summary>Processes and those they have started. Where the system has no <c>/proc</c>, only the process itself is known.</summary>
static class ProcessTree
{
    const string Proc = "/proc";

    /// <summary>A process and all below it, parents first.</summary>
    public static IReadOnlyList<int> Of(int root)
    {
        if (!Directory.Exists(Proc))
        {
            return [root];
        }

        var children = Parents().ToLookup(pair => pair.Parent, pair => pair.Id);
        var tree = new List<int> { root };
        for (var at = 0; at < tree.Count; at++)
        {
            tree.AddRange(children[tree[at]]);
        }

        return tree;
    }

    /// <summary>A process's command line; empty if it is not known.</summary>
    public static string CommandLine(int id) => ReadProc(id, "cmdline").Replace('\0', ' ').Trim();

    /// <summary>The memory that a process holds, in bytes; 0 if it is gone.</summary>
    public static long ResidentBytes(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>The processor time that a process has used so far.</summary>
    public static TimeSpan ProcessorTime(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    }

    /// <summary>Ends one process, if it is still there.</summary>
    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    static IEnumerable<(int Id, int Parent)> Parents()
    {
        foreach (var folder in Directory.EnumerateDirectories(Proc))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                continue;
            }

            // "id (name, which may hold anything) state parent ...".
            var stat = ReadProc(id, "stat");
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 1)
            {
                yield return (id, int.Parse(fields[1], CultureInfo.InvariantCulture));
            }
        }
    }

    static string ReadProc(int id, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Proc, id.ToString(CultureInfo.InvariantCulture), file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
