using HotReload.Core.Pipeline;
using HotReload.Engine.Session;
using HotReload.Web.Assets;

namespace HotReload.Lsp.Sessions;

/// <summary>What of a run is there before its edit session.</summary>
internal sealed record RunParts(EngineProgram Engine, GenerationLog Log, ProgramGroup Programs, ProgramAssets Assets, CallReports Calls);
