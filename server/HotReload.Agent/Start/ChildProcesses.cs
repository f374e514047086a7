using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HotReload.Agent.Start;

/// <summary>
/// The children of this process. On Linux the kernel's process table tells; on Windows the server's job object ends the
/// tree without help; elsewhere the children are left to the operating system.
/// </summary>
static class ChildProcesses
{
    /// <summary>Kills every child with all its descendants.</summary>
    public static void KillAll()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && ParentOf(directory) == Environment.ProcessId)
            {
                Kill(id);
            }
        }
    }

    static int ParentOf(string directory)
    {
        try
        {
            // "id (name) state parent ...", where the name may hold anything, parentheses included.
            var stat = File.ReadAllText(directory + "/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return 0;
        }
        catch (UnauthorizedAccessException)
        {
            return 0;
        }
    }

    static void Kill(int id)
    {
        try
        {
            using var child = Process.GetProcessById(id);
            child.Kill(entireProcessTree: true);
        }
        catch (ArgumentException)
        {
            // It ended meanwhile.
        }
        catch (InvalidOperationException)
        {
        }
        catch (Win32Exception)
        {
        }
        catch (AggregateException)
        {
            // Some descendant could not be ended; the others were.
        }
    }
}
