using HotReload.Engine.Session;
using HotReload.Web.Assets;
using HotReload.Web.ScopedStyles;

namespace HotReload.Lsp.Sessions;

/// <summary>Finds the static files of a program that has been built.</summary>
internal static class ProgramFiles
{
    /// <summary>Reads what its build has written down of them.</summary>
    public static ProgramAssets Find(EngineProgram engine, SessionPlan plan, DateTimeOffset now) => new(
        AssetManifest.Load(engine.OutputAssembly!, plan.ProjectFolder),
        engine.ProjectFiles.Select(path => Path.GetDirectoryName(path)!).Distinct(),
        new SdkCssScoper(engine.SdkFolder),
        now);
}
