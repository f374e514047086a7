using System.ComponentModel;
using System.Diagnostics;

namespace HotReload.Runtime.Processes;

/// <summary>Ends a program and all that it started.</summary>
sealed class ProcessStop(ProcessPlatform platform, TimeProvider time)
{
    /// <summary>How long a program that was asked to end may take.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>How long to wait for the system to report the end of what was killed.</summary>
    public static readonly TimeSpan KillGrace = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Asks, waits, then kills whatever of the tree is left. Returns when the process is gone, and nothing of it lies in the temporary folder.
    /// </summary>
    public async Task RunAsync(IProgramProcess process)
    {
        // Taken first: once the parent is gone, nothing tells whose children they were.
        var tree = platform.Table.Descendants(process.Id);
        if (!process.Ended.IsCompleted)
        {
            platform.Control.AskToEnd(process.Id);
            await Task.WhenAny(process.Ended, Task.Delay(Grace, time));
        }

        if (!process.Ended.IsCompleted)
        {
            tree = [.. tree.Union(platform.Table.Descendants(process.Id))];
            Kill(process.Id);
        }

        foreach (var member in tree.Where(member => platform.Table.Find(member.Id) == member))
        {
            Kill(member.Id);
        }

        await Task.WhenAny(process.Exited, Task.Delay(KillGrace, time));
        foreach (var member in process.Identity is { } root ? tree.Append(root) : tree)
        {
            RuntimeFiles.Remove(member, Path.GetTempPath());
        }
    }

    /// <summary>Kills a process with all its descendants.</summary>
    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception
            is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended meanwhile, or some descendant could not be ended; those that were listed get their own turn.
        }
    }
}
