using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Session;
using HotReload.Runtime.Builds;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// What came of trying whether a program can be built, while it ran on: what keeps it from that, or all that the next start needs and
/// that does not have to wait for the program's end.
/// </summary>
internal sealed class BuildTrial : IAsyncDisposable
{
    EngineProgram? _engine;

    /// <summary>What keeps the program from being built; empty where nothing does.</summary>
    public ImmutableArray<ReloadDiagnostic> Errors { get; private init; } = [];

    /// <summary>The build, which has only the program's own output left to write; null where the start has to build.</summary>
    public HeldBuild? Build { get; private init; }

    /// <summary>It can't be built.</summary>
    public static BuildTrial Failed(params ImmutableArray<ReloadDiagnostic> errors) => new() { Errors = errors };

    /// <summary>It can, and the start has to.</summary>
    public static BuildTrial None() => new();

    /// <summary>It is compiled.</summary>
    public static BuildTrial Compiled(HeldBuild build) => new() { Build = build };

    /// <summary>Keeps the projects as they are loaded after that.</summary>
    public void Keep(EngineProgram engine) => _engine = engine;

    /// <summary>The loaded projects, once: from then on they belong to the caller. Null where none were.</summary>
    public EngineProgram? Take() => Interlocked.Exchange(ref _engine, null);

    /// <summary>Gives up what nobody has taken.</summary>
    public async ValueTask DisposeAsync()
    {
        Take()?.Dispose();
        await (Build?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
