using System.Diagnostics;
using System.Text;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Processes;

/// <summary>A process that was started here, with its streams in hand.</summary>
sealed class ChildProcess : IProgramProcess
{
    /// <summary>How long after the end output is still read: a grandchild may hold the streams open for ever.</summary>
    public static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    readonly Process _process;
    readonly TimeProvider _time;

    ChildProcess(Process process, ProcessIdentity? identity, Action<ProgramOutput> output, TimeProvider time)
    {
        _process = process;
        _time = time;
        Id = process.Id;
        Identity = identity;
        Ended = process.WaitForExitAsync(CancellationToken.None);
        Exited = WatchAsync(Task.WhenAll(
            OutputPump.RunAsync(process.StandardOutput.BaseStream, text => output(new(Id, OutputKind.Stdout, text))),
            OutputPump.RunAsync(process.StandardError.BaseStream, text => output(new(Id, OutputKind.Stderr, text)))));
    }

    public int Id { get; }

    public ProcessIdentity? Identity { get; }

    public Task Ended { get; }

    public Task<int?> Exited { get; }

    /// <summary>Starts a process.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The system can't start it.</exception>
    public static ChildProcess Start(
        ProcessStartInfo start, ProcessPlatform platform, Action<ProgramOutput> output, TimeProvider time)
    {
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = new Process { StartInfo = start };
        process.Start();
        platform.Control.Own(process);
        return new(process, platform.Table.Find(process.Id), output, time);
    }

    public async ValueTask WriteInputAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            var stream = _process.StandardInput.BaseStream;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // It has closed its input or ended; Exited tells of the latter.
        }
    }

    public void Dispose() => _process.Dispose();

    async Task<int?> WatchAsync(Task output)
    {
        await Ended;
        await Task.WhenAny(output, Task.Delay(OutputGrace, _time));
        return _process.ExitCode;
    }
}
