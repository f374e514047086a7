using System.ComponentModel;
using System.Diagnostics;

namespace HotReload.Runtime.Processes;

/// <summary>Identifies processes by what the base class library tells of them.</summary>
static class StartedProcess
{
    /// <summary>The process that has this id now, or null.</summary>
    public static ProcessIdentity? Find(int id)
    {
        try
        {
            return TimeOf(id) is { } time ? new(id, time.Ticks) : null;
        }
        catch (Win32Exception)
        {
            // It is there, but not ours to look at. Such a process is known by its id alone.
            return new(id, 0);
        }
    }

    /// <summary>When the process that has this id now was started, in UTC; null where there is none.</summary>
    /// <exception cref="Win32Exception">It is not ours to look at.</exception>
    public static DateTime? TimeOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : process.StartTime.ToUniversalTime();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
