using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HotReload.Agent.Return;

/// <summary>Whether a process runs that can't be mistaken for a later one with its id.</summary>
static class KnownProcess
{
    // Fields of /proc/<id>/stat after the name in parentheses; proc(5) counts them from 3.
    const int StateField = 0;
    const int StartTimeField = 19;

    /// <summary>Whether the process with this id that started then still runs.</summary>
    public static bool Runs(int id, long started) => OperatingSystem.IsLinux() ? StartOnLinux(id) == started : StartOf(id) == started;

    static long? StartOnLinux(int id)
    {
        try
        {
            // The name may hold anything, blanks and parentheses included.
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields[StateField] is "Z" or "X" ? null : long.Parse(fields[StartTimeField], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    static long? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks;
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
        catch (Win32Exception)
        {
            // It is there, but not ours to look at: the server knows such a process by its id alone.
            return 0;
        }
    }
}
