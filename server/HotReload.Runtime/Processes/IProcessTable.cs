namespace HotReload.Runtime.Processes;

/// <summary>What the operating system knows of running processes.</summary>
interface IProcessTable
{
    /// <summary>The process that has this id now, or null. One that has ended but not been reaped has ended.</summary>
    ProcessIdentity? Find(int id);

    /// <summary>Completes when the process has ended; null where the system does not tell, and it must be looked for.</summary>
    Task? TryWaitForEnd(ProcessIdentity process, CancellationToken cancellationToken) => null;

    /// <summary>All descendants of a process, as of now.</summary>
    IReadOnlyList<ProcessIdentity> Descendants(int id);

    /// <summary>The command line of a process, as far as the system tells; empty where it does not.</summary>
    IReadOnlyList<string> Arguments(int id);
}
