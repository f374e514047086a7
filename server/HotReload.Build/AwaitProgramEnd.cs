using System.IO.Pipes;
using Microsoft.Build.Framework;

namespace HotReload.Build;

/// <summary>
/// Stands between the compiler and the output folder: tells the server that the program is compiled, and waits until what runs from that
/// folder has ended.
/// </summary>
public sealed class AwaitProgramEnd : ICancelableTask, IDisposable
{
    const int ConnectTimeoutMilliseconds = 5_000;

    readonly CancellationTokenSource _end = new();

    /// <summary>Set by MSBuild.</summary>
    public IBuildEngine? BuildEngine { get; set; }

    /// <summary>Set by MSBuild.</summary>
    public ITaskHost? HostObject { get; set; }

    /// <summary>Where the server listens. That somebody has come tells it that the program is compiled; it answers with one byte.</summary>
    [Required]
    public string Pipe { get; set; } = "";

    /// <summary>Waits.</summary>
    /// <returns>Whether the build is to go on. It is not where the server has given it up, or is gone.</returns>
    public bool Execute()
    {
        try
        {
            return WaitAsync().GetAwaiter().GetResult() || Fail("the server that began it is gone or has given it up");
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or UnauthorizedAccessException or OperationCanceledException)
        {
            return Fail(exception.Message);
        }
    }

    /// <inheritdoc/>
    public void Cancel() => _end.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _end.Dispose();

    async Task<bool> WaitAsync()
    {
        await using var pipe = new NamedPipeClientStream(".", Pipe, PipeDirection.InOut, PipeOptions.CurrentUserOnly | PipeOptions.Asynchronous);
        await pipe.ConnectAsync(ConnectTimeoutMilliseconds, _end.Token);
        return await pipe.ReadAsync(new byte[1], _end.Token) == 1;
    }

    bool Fail(string reason)
    {
        BuildEngine?.LogErrorEvent(new(
            subcategory: null, code: "HRBUILD1", file: null, 0, 0, 0, 0, $"The build stopped before it wrote the program: {reason}.", helpKeyword: null, nameof(AwaitProgramEnd)));
        return false;
    }
}
