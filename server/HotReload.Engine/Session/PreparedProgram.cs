using HotReload.Engine.Evaluations;
using HotReload.Engine.Sdk;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// A program that is loaded and compiled before anybody starts it, on a thread of low priority. It is a head start and nothing else: where
/// the evaluation or a reference is another one when the program is started, nothing of it is used, and text that was written
/// meanwhile is read again.
/// </summary>
internal sealed class PreparedProgram : IDisposable
{
    readonly SdkInstallation _sdk;
    readonly LoadOptions _options;
    readonly TaskScheduler _scheduler;
    readonly CancellationTokenSource _end = new();
    readonly Task<Prepared?> _load;
    readonly WarmUpRun _warmUp;

    sealed record Prepared(ProgramLoad Load, string Record, ReferenceTimes References, WarmUpRun Compilation);

    /// <param name="sdk">Builds the program.</param>
    /// <param name="options">What to load. Of a program that was never loaded before, nothing is.</param>
    /// <param name="scheduler">Where it is done.</param>
    public PreparedProgram(SdkInstallation sdk, LoadOptions options, TaskScheduler scheduler)
    {
        (_sdk, _options, _scheduler) = (sdk, options, scheduler);
        _load = Background.RunAsync(LoadAsync, scheduler, CancellationToken.None);
        _warmUp = new(WarmUpAsync, scheduler);
    }

    /// <summary>Waits until all is done, or can't be; whether there is something to hand over.</summary>
    public async Task<bool> WaitAsync()
    {
        await _warmUp.Ended;
        return await _load is not null;
    }

    /// <summary>Hands over what was prepared to whoever starts the program, once.</summary>
    /// <param name="options">What they load.</param>
    /// <param name="found">What is kept of the program's evaluation now.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <returns>It, and its compilation, which may go on; null where it is of no use.</returns>
    public async Task<(ProgramLoad Load, WarmUpRun Compilation)?> TakeAsync(
        LoadOptions options, KeptEvaluations? found, CancellationToken cancellationToken)
    {
        // What is left of it would warm code that the start is going to use itself.
        _warmUp.Dispose();
        return found is { IsCurrent: true } && options.ProjectPath == _options.ProjectPath
            && await _load.WaitAsync(cancellationToken) is { } prepared && prepared.Record == found.Record && prepared.References.AreCurrent
            ? (await prepared.Load.RefreshAsync(options, cancellationToken), prepared.Compilation)
            : null;
    }

    /// <summary>Gives it up; nobody takes it any more.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _warmUp.Dispose();
        _ = DropAsync();
    }

    async Task DropAsync()
    {
        if (await _load is { } prepared)
        {
            prepared.Compilation.Dispose();
            await prepared.Compilation.Ended;
            prepared.Load.Projects.Workspace.Dispose();
        }
    }

    async Task<Prepared?> LoadAsync()
    {
        var evaluations = CachedEvaluations.In(_options.CacheFolder, _sdk);
        if (evaluations?.Find(_options.ProjectPath) is not { IsCurrent: true } found)
        {
            return null;
        }

        try
        {
            var references = ReferenceTimes.Of(found.Projects);
            var load = await ProgramLoad.RunAsync(_sdk, _options, found, evaluations, progress: null, _end.Token);
            return new(load, found.Record, references, new(end => CompileAsync(load, end), _scheduler));
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException or ArgumentException or OperationCanceledException)
        {
            // It is told to whoever starts the program.
            return null;
        }
    }

    static Task<Compilation?> CompileAsync(ProgramLoad load, CancellationToken cancellationToken) =>
        load.Text.GetProject(load.Projects.Startup)!.GetCompilationAsync(cancellationToken);

    async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (await _load is { } prepared)
        {
            await prepared.Compilation.Ended.WaitAsync(cancellationToken);
            await EngineWarmUp.RunAsync(_sdk, _options.Share.HostAsync(), Path.Combine(_options.SessionFolder, "warm"), cancellationToken);
        }
    }
}
