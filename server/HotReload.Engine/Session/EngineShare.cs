using HotReload.Engine.Evaluations;
using HotReload.Engine.Loading;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis.Host.Mef;

namespace HotReload.Engine.Session;

/// <summary>What the programs of one server have in common and what is made once: Roslyn's services, and generators that nobody builds.</summary>
public sealed class EngineShare : IDisposable
{
    readonly Lock _gate = new();
    Task? _host;
    PreparedProgram? _prepared;

    /// <summary>Whether a session was started here: it warms what <see cref="EngineWarmUp"/> would.</summary>
    internal bool IsWarm { get; set; }

    internal SharedGenerators Generators { get; } = new();

    /// <summary>That of some projects which was loaded last; null where none was. The SDK need not be bound.</summary>
    /// <param name="cacheFolder">See <see cref="LoadOptions.CacheFolder"/>.</param>
    /// <param name="projectPaths">Full paths of the projects.</param>
    public static string? FindLastLoaded(string cacheFolder, IEnumerable<string> projectPaths) => EvaluationFiles.FindLastUsed(cacheFolder, projectPaths);

    /// <summary>
    /// Loads and compiles a program that was loaded before, for whoever loads it next. The SDK must be bound. It costs the memory of a
    /// loaded program until then.
    /// </summary>
    /// <param name="sdk">Builds the program.</param>
    /// <param name="options">What will be loaded.</param>
    /// <param name="scheduler">Where it is done: one thread, which gives way to others.</param>
    /// <returns>Whether it is there, as soon as it is or can't be.</returns>
    public Task<bool> PrepareAsync(SdkInstallation sdk, LoadOptions options, TaskScheduler scheduler)
    {
        var prepared = new PreparedProgram(sdk, options with { Share = this }, scheduler);
        Interlocked.Exchange(ref _prepared, prepared)?.Dispose();
        return prepared.WaitAsync();
    }

    public void Dispose() => Interlocked.Exchange(ref _prepared, null)?.Dispose();

    /// <summary>Roslyn's services. The SDK must be bound; it is the same for as long as the process lives.</summary>
    internal Task<MefHostServices> HostAsync()
    {
        lock (_gate)
        {
            _host ??= Task.Run(WorkspaceHosts.CreateForEditing, CancellationToken.None);
            return (Task<MefHostServices>)_host;
        }
    }

    /// <summary>What was prepared; from then on it belongs to the caller.</summary>
    /// <returns>Null where nothing was, or nothing that is of use now.</returns>
    internal async Task<(ProgramLoad Load, WarmUpRun Compilation)?> TakePreparedAsync(
        LoadOptions options, KeptEvaluations? found, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _prepared, null) is not { } prepared)
        {
            return null;
        }

        (ProgramLoad, WarmUpRun)? taken = null;
        try
        {
            return taken = await prepared.TakeAsync(options, found, cancellationToken);
        }
        finally
        {
            if (taken is null)
            {
                prepared.Dispose();
            }
        }
    }
}
