namespace HotReload.Runtime.Processes;

/// <summary>A process that can't be mistaken for a later one with the same id.</summary>
/// <param name="Id">The operating system's id.</param>
/// <param name="Started">When it started, in a unit of the system's own; only equality means anything.</param>
public readonly record struct ProcessIdentity(int Id, long Started)
{
    /// <summary>Whether it still runs.</summary>
    public bool Runs() => Find(Id) == this;

    /// <summary>Kills it with all its descendants, where it still runs.</summary>
    public void Kill()
    {
        if (Runs())
        {
            ProcessStop.Kill(Id);
        }
    }

    /// <summary>The process that has this id now, or null.</summary>
    public static ProcessIdentity? Find(int id) => ProcessPlatform.ForThisSystem().Table.Find(id);
}
