namespace HotReload.Runtime.Processes;

/// <summary>The process of a program, whoever started it.</summary>
interface IProgramProcess : IDisposable
{
    int Id { get; }

    /// <summary>What makes it unmistakable; null where it had ended before that could be found.</summary>
    ProcessIdentity? Identity { get; }

    /// <summary>Completes when the process has ended, whatever of its output is still to be read.</summary>
    Task Ended { get; }

    /// <summary>The exit code, where the system tells, once the process has ended and its output has been read.</summary>
    Task<int?> Exited { get; }

    /// <summary>Writes to its standard input, where this process has hold of it.</summary>
    ValueTask WriteInputAsync(string text, CancellationToken cancellationToken);
}
