using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Documents;
using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Core.Speculation;
using HotReload.Engine.Session;
using HotReload.Lsp.Workspace;
using HotReload.Web.Assets;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// A session from one start of its baseline to the next: the loaded projects, the edit session on them, the programs that
/// run them, and the pipeline between the two. A restart makes a new one.
/// </summary>
internal sealed class SessionRun(
    EngineProgram engine, EditSession edits, SpeculativeEdits ahead, GenerationLog log, ProgramGroup programs, ProgramAssets assets,
    ReloadPipeline pipeline)
    : ISpeculativeRun, IAsyncDisposable
{
    /// <summary>See <see cref="EditSession.Doubted"/>.</summary>
    public event Action? Doubted
    {
        add => edits.Doubted += value;
        remove => edits.Doubted -= value;
    }

    public EngineProgram Engine => engine;

    public EditSession Edits => edits;

    public ReloadPipeline Pipeline => pipeline;

    public ProgramGroup Programs => programs;

    /// <inheritdoc/>
    public SpeculativeEdits Ahead => ahead;

    /// <inheritdoc/>
    public bool IsTrusted => programs.Fault is null && !pipeline.IsPoisoned;

    public ReloadScheduler Scheduler { get; } = new(pipeline.ReloadAsync);

    public GenerationLog Log => log;

    /// <summary>The simple names of the assemblies that the projects make.</summary>
    public ImmutableArray<string> AssemblyNames => engine.AssemblyNames;

    /// <summary>Where all that makes the program lies.</summary>
    public SourcePlaces Places => new(
        engine.ProjectFiles,
        [
            .. engine.LinkedFiles.Union(engine.AdditionalFiles.Concat(engine.ForeignFiles).Where(path => !SourceFiles.IsWatched(path)), PathIdentity.Comparer),
        ],
        [.. engine.BuiltFiles.Union(engine.CopiedFiles, PathIdentity.Comparer)]);

    /// <summary>Full paths of the files that say how the program is built, or that only a build takes in.</summary>
    public ImmutableArray<string> BuildFiles => [.. engine.BuildFiles, .. engine.BuiltFiles];

    /// <summary>Full paths of the files that a restore writes and the build reads.</summary>
    public ImmutableArray<string> RestoreFiles => engine.RestoreFiles;

    /// <summary>The reload that was begun last.</summary>
    public ReloadAttempt Attempt => pipeline.Attempt;

    /// <summary>A file on its way to the program; null when it is no part of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="buffer">What the user sees.</param>
    /// <param name="rolledBack">See <see cref="DocumentFacts.RolledBack"/>.</param>
    public DocumentFacts? FindFacts(string path, BufferView buffer, string? rolledBack)
    {
        var running = edits.Running.Find(path) ?? assets.FindText(path, SourceFiles.Read);
        var published = TextIn(buffer.Snapshot);
        if (running is null && ((published ?? buffer.Live) is null || !SourceFiles.IsSource(path) || !edits.Owns(path)))
        {
            return null;
        }

        var attempt = pipeline.Attempt;
        return new(
            buffer.Presence == BufferPresence.Closed ? published : buffer.Live, published, TextIn(attempt.Snapshot), running,
            attempt.Outcome, Scheduler.IsBusy ? ReloadActivity.Busy : ReloadActivity.Idle)
        {
            RolledBack = rolledBack,
            Forecast = ahead.FindForecast(path, buffer.Live),
        };

        // What no snapshot speaks of is as it was loaded, in the program too.
        string? TextIn(Snapshot snapshot) => snapshot.Texts.TryGetValue(path, out var text) ? text : running;
    }

    /// <summary>The files whose text the program has otherwise than a snapshot.</summary>
    public ImmutableArray<ChangedText> Compare(Snapshot snapshot) =>
    [
        .. snapshot.Texts.Select(file => new ChangedText(file.Key, edits.Running.Find(file.Key), file.Value))
            .Where(text => text.Before != text.After && Concerns(text.Path)),
    ];

    /// <summary>See <see cref="RunningText.FindTypeAsync"/>.</summary>
    public Task<string?> FindTypeAsync(string path, string type, CancellationToken cancellationToken) =>
        edits.Running.FindTypeAsync(path, type, cancellationToken);

    /// <summary>Whether a file is part of the program, would be, or was a moment ago.</summary>
    public bool Concerns(string path) =>
        edits.Running.Find(path) is not null || (SourceFiles.IsSource(path) && edits.Owns(path)) || assets.Concerns(path);

    /// <summary>What the text at the start had to say: errors of unsaved text, or nothing.</summary>
    public ReloadResult? CatchUp { get; private set; }

    /// <summary>Completes when the engine is warm, or a first edit has made it so.</summary>
    public Task WarmUp { get; private set; } = Task.CompletedTask;

    /// <summary>The run is about to begin.</summary>
    /// <param name="catchUp">See <see cref="CatchUp"/>.</param>
    /// <param name="warmUp">See <see cref="WarmUp"/>.</param>
    public void Begin(ReloadResult? catchUp, Task warmUp) => (CatchUp, WarmUp) = (catchUp, warmUp);

    /// <summary>The run did not come up. The loaded projects are left.</summary>
    public async Task AbandonAsync()
    {
        await Scheduler.DisposeAsync();
        await programs.StopAsync();
        await ahead.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        engine.Dispose();
    }

    /// <summary>Ends the programs and the edit session. The loaded projects go on to the next run.</summary>
    public async Task<EngineProgram> EndAsync()
    {
        await AbandonAsync();
        engine.DropPreviousOutput();
        return engine;
    }
}
