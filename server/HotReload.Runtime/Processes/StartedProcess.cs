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
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : new(id, process.StartTime.ToUniversalTime().Ticks);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
        catch (Win32Exception)
        {
            // It is there, but not ours to look at. Such a process is known by its id alone.
            return new(id, 0);
        }
    }
}
