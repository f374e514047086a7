using HotReload.Core.Buffers;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Sessions;

/// <summary>What every session shares with the server.</summary>
/// <remarks>
/// What nobody waits for is done on two threads of low priority for all sessions: on <c>Quiet</c> edits are compiled ahead, on
/// <c>Comparisons</c> they are compared with a build, which takes as long as one.
/// </remarks>
internal sealed record SessionServices(
    Client Client,
    ServerLog Log,
    EventStream Events,
    Recoveries Recoveries,
    DiagnosticsBoard Diagnostics,
    BufferStore Buffers,
    RoslynResolver Roslyn,
    ServerOptions Options,
    string SessionsFolder,
    string CacheFolder,
    TaskScheduler Quiet,
    TaskScheduler Comparisons,
    EngineShare Engine,
    TimeProvider Time);
