using HotReload.Core.Buffers;
using HotReload.Engine.Sdk;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Sessions;

/// <summary>What every session shares with the server.</summary>
/// <remarks><c>Quiet</c> is where is done what nobody waits for: on one thread of low priority for all sessions.</remarks>
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
    TimeProvider Time);
