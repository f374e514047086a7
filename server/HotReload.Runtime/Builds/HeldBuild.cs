using System.IO.Pipes;
using HotReload.Runtime.Pipes;

namespace HotReload.Runtime.Builds;

/// <summary>
/// A build that is begun while the program runs. It waits between the compiler and the output folder, from which the program may be
/// running, until that has ended. Given up before that, it has changed nothing that the program has.
/// </summary>
public sealed class HeldBuild : IAsyncDisposable
{
    /// <summary>The error (<c>HeldBuild.targets</c>) of a build of several frameworks, none of which was named: it can't wait in all of them.</summary>
    public const string SeveralFrameworks = "HRBUILD2";

    readonly CancellationTokenSource _end = new();
    readonly PrivatePipe _endpoint = PrivatePipe.Create();
    readonly NamedPipeServerStream _pipe;
    readonly Task _compiled;
    readonly Task<BuildResult> _build;

    HeldBuild(DotnetBuild build, string projectPath, string? targetFramework, IProgress<string>? progress)
    {
        _pipe = _endpoint.Listen();
        _compiled = _pipe.WaitForConnectionAsync(_end.Token);
        _build = build.RunAsync(BuildRequest.Held(projectPath, targetFramework, _endpoint.Name), progress, _end.Token);
    }

    /// <summary>Begins one.</summary>
    /// <param name="build">Runs it.</param>
    /// <param name="projectPath">Full path of the project file.</param>
    /// <param name="targetFramework">Which framework of several; null for the only one.</param>
    /// <param name="progress">Is told each line that it writes.</param>
    public static HeldBuild Begin(DotnetBuild build, string projectPath, string? targetFramework, IProgress<string>? progress) =>
        new(build, projectPath, targetFramework, progress);

    /// <summary>Waits until everything is compiled.</summary>
    /// <returns>Null: it is, and the build waits; else how it has ended before that.</returns>
    public async Task<BuildResult?> CompileAsync(CancellationToken cancellationToken) =>
        await Task.WhenAny(_build, _compiled).WaitAsync(cancellationToken) == _build ? await _build : null;

    /// <summary>The program has ended: lets the build go on, and waits for its end.</summary>
    public async Task<BuildResult> FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _pipe.WriteAsync(new byte[1], cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // The build has ended, or is about to: its result says why.
        }

        return await _build.WaitAsync(cancellationToken);
    }

    /// <summary>Gives it up, unless it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_build).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _compiled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _pipe.DisposeAsync();
        _endpoint.Dispose();
        _end.Dispose();
    }
}
