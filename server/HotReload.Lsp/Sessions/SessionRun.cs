using System.Collections.Immutable;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.Engine.Session;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// A session from one start of its baseline to the next: the loaded projects, the edit session on them, the programs that
/// run them, and the pipeline between the two. A restart makes a new one.
/// </summary>
internal sealed class SessionRun(
    EngineProgram engine, EditSession edits, GenerationLog log, ProgramGroup programs, ReloadScheduler scheduler) : IAsyncDisposable
{
    public ProgramGroup Programs => programs;

    public ReloadScheduler Scheduler => scheduler;

    public GenerationLog Log => log;

    /// <summary>Full paths of the projects that make the program.</summary>
    public ImmutableArray<string> ProjectFiles => engine.ProjectFiles;

    /// <summary>What the text at the start had to say: errors of unsaved text, or nothing.</summary>
    public ReloadResult? CatchUp { get; init; }

    /// <summary>Completes when the engine is warm, or a first edit has made it so.</summary>
    public Task WarmUp { get; init; } = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await scheduler.DisposeAsync();
        await programs.StopAsync();
        await edits.DisposeAsync();
        engine.Dispose();
    }
}
