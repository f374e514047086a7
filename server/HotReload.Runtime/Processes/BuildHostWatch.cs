using System.Collections.Concurrent;

namespace HotReload.Runtime.Processes;

/// <summary>
/// Clears up after Roslyn's build host, the process in which MSBuild evaluates projects: it listens at a socket with a GUID for a name and
/// leaves that behind, and one that does not end at once is killed. It is a child of this process and named to nobody, so it is looked for
/// when it says how far it is, and its files go when it has ended.
/// </summary>
public sealed class BuildHostWatch : IProgress<string>
{
    const string Assembly = "Microsoft.CodeAnalysis.Workspaces.MSBuild.BuildHost.dll";

    // The compilers put their sockets there, whatever the folder for temporary files is: a socket's path must be short.
    const string SocketFolder = "/tmp";

    readonly IProgress<string> _progress;
    readonly IProcessTable _table;
    readonly TimeProvider _time;
    readonly ConcurrentDictionary<ProcessIdentity, Task> _hosts = new();

    /// <param name="progress">Who is told of each project that is evaluated.</param>
    /// <param name="time">The clock to look by.</param>
    public BuildHostWatch(IProgress<string> progress, TimeProvider time)
        : this(progress, ProcessPlatform.ForThisSystem().Table, time)
    {
    }

    internal BuildHostWatch(IProgress<string> progress, IProcessTable table, TimeProvider time) =>
        (_progress, _table, _time) = (progress, table, time);

    /// <summary>Completes when all hosts that were seen have ended and nothing of them is left. Never faults.</summary>
    internal Task Cleared => Task.WhenAll(_hosts.Values);

    /// <inheritdoc/>
    public void Report(string value)
    {
        // One look a host, as each reads all of the system's processes. A second host comes when the first has ended.
        if (Cleared.IsCompleted)
        {
            Look();
        }

        _progress.Report(value);
    }

    /// <summary>The socket at which a host listens; null where the command line is not that of a host.</summary>
    /// <param name="arguments">Its command line.</param>
    internal static string? SocketOf(IEnumerable<string> arguments) =>
        arguments.SkipWhile(argument => !argument.EndsWith(Assembly, StringComparison.Ordinal)).FirstOrDefault(IsGuid) is { } name
            ? Path.Combine(SocketFolder, name)
            : null;

    static bool IsGuid(string argument) => Guid.TryParseExact(argument, "D", out _);

    void Look()
    {
        foreach (var child in _table.Descendants(Environment.ProcessId))
        {
            if (SocketOf(_table.Arguments(child.Id)) is { } socket)
            {
                _hosts.GetOrAdd(child, host => ClearUpAsync(host, socket));
            }
        }
    }

    async Task ClearUpAsync(ProcessIdentity host, string socket)
    {
        await ProcessExitWatch.WaitAsync(host.Id, _table, _time, CancellationToken.None);
        RuntimeFiles.Delete(socket);
        RuntimeFiles.Remove(host, Path.GetTempPath());
    }
}
