using System.ComponentModel;

namespace HotReload.Runtime.Processes;

/// <summary>A process that can't be mistaken for a later one with the same id.</summary>
/// <param name="Id">The operating system's id.</param>
/// <param name="Started">When it started, in a unit of the system's own; only equality means anything.</param>
public readonly record struct ProcessIdentity(int Id, long Started)
{
    /// <summary>Whether it still runs.</summary>
    public bool Runs() => Find(Id) == this;

    /// <summary>Whether it is older than a moment; false where it has ended, or the system does not tell.</summary>
    /// <param name="moment">In UTC.</param>
    public bool HasStartedBefore(DateTime moment)
    {
        try
        {
            return StartedProcess.TimeOf(Id) < moment && Runs();
        }
        catch (Win32Exception)
        {
            // It is another user's.
            return false;
        }
    }

    /// <summary>Kills it with all its descendants, where it still runs, and removes what its runtime could not.</summary>
    public void Kill()
    {
        if (Runs())
        {
            ProcessStop.Kill(Id);
        }

        RuntimeFiles.Remove(this, Path.GetTempPath());
    }

    /// <summary>Removes what the runtime of a process that was killed, or crashed, has left in the temporary folder. Nothing while it runs.</summary>
    public void ClearUp()
    {
        if (!Runs())
        {
            RuntimeFiles.Remove(this, Path.GetTempPath());
        }
    }

    /// <summary>The process that has this id now, or null.</summary>
    public static ProcessIdentity? Find(int id) => ProcessPlatform.ForThisSystem().Table.Find(id);
}
