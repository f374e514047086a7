using System.Globalization;
using System.Text;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Processes;

/// <summary>
/// A process that a server started which has ended since: its standard streams are the same pipes, taken hold of again. No system tells
/// how it ends, as it is no child of this one.
/// </summary>
sealed class AdoptedProcess : IProgramProcess
{
    readonly CancellationTokenSource _stop = new();
    readonly FileStream _input;
    readonly TimeProvider _time;

    AdoptedProcess(ProcessIdentity process, FileStream[] streams, Action<ProgramOutput> output, ProcessPlatform platform, TimeProvider time)
    {
        (Identity, _input, _time) = (process, streams[0], time);
        Ended = WaitAsync(platform.Table);
        Exited = WatchAsync(Task.WhenAll(
            OutputPump.RunAsync(streams[1], text => output(new(Id, OutputKind.Stdout, text))),
            OutputPump.RunAsync(streams[2], text => output(new(Id, OutputKind.Stderr, text)))));
    }

    public int Id => Identity!.Value.Id;

    public ProcessIdentity? Identity { get; }

    public Task Ended { get; }

    public Task<int?> Exited { get; }

    /// <summary>Takes hold of a process; null where the system does not give its streams.</summary>
    public static AdoptedProcess? TryAdopt(ProcessIdentity process, Action<ProgramOutput> output, ProcessPlatform platform, TimeProvider time)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var streams = new List<FileStream>();
        try
        {
            for (var i = 0; i < 3; i++)
            {
                // The end of the pipe that the process itself has not got.
                var path = string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/fd/{i}");
                streams.Add(new(path, FileMode.Open, i == 0 ? FileAccess.Write : FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
            }

            return new(process, [.. streams], output, platform, time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            streams.ForEach(stream => stream.Dispose());
            return null;
        }
    }

    public async ValueTask WriteInputAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            await _input.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            await _input.FlushAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It has closed its input or ended; Exited tells of the latter.
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _input.Dispose();
    }

    async Task WaitAsync(IProcessTable table)
    {
        try
        {
            await ProcessExitWatch.WaitAsync(Id, table, _time, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Let go of before it ended. Only disposal does so, after the process was stopped.
        }
    }

    async Task<int?> WatchAsync(Task output)
    {
        await Ended;
        await Task.WhenAny(output, Task.Delay(ChildProcess.OutputGrace, _time));
        return null;
    }
}
