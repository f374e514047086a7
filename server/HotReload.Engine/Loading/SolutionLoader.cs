using System.Collections.Immutable;
using System.Reflection;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.MSBuild;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Loading;

/// <summary>Opens a project and everything it references in an MSBuild workspace.</summary>
internal static class SolutionLoader
{
    /// <summary>Loads the project for its Debug build. Problems of single projects are diagnostics of the result.</summary>
    public static async Task<LoadedSolution> LoadAsync(
        string projectPath, string? targetFramework, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var properties = new Dictionary<string, string> { ["Configuration"] = "Debug" };
        var workspace = MSBuildWorkspace.Create(properties, CreateHost());
        workspace.SkipUnrecognizedProjects = true;
        await workspace.OpenProjectAsync(projectPath, progress: Relay(progress), cancellationToken: cancellationToken);
        var diagnostics = workspace.Diagnostics
            .Where(diagnostic => diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
            .Select(diagnostic => new ReloadDiagnostic(
                "HR1001", DiagnosticSeverity.Warning, diagnostic.Message, projectPath, default, Path.GetFileNameWithoutExtension(projectPath)))
            .ToImmutableArray();
        var startup = FindStartup(workspace.CurrentSolution, projectPath, targetFramework);
        return new(workspace, workspace.CurrentSolution, startup, diagnostics);
    }

    public static MefHostServices CreateHost() => MefHostServices.Create(
        MefHostServices.DefaultAssemblies.AddRange(EncServiceFactory.HostAssemblies.Select(Assembly.Load)));

    static ProjectId FindStartup(Solution solution, string projectPath, string? targetFramework)
    {
        var candidates = solution.Projects
            .Where(project => string.Equals(project.FilePath, projectPath, PathIdentity.Comparison))
            .ToList();
        // A project with several target frameworks is loaded once for each, the framework in brackets after the name.
        var chosen = targetFramework is null
            ? null
            : candidates.Find(project => project.Name.EndsWith($"({targetFramework})", StringComparison.Ordinal));
        return (chosen ?? candidates[0]).Id;
    }

    static RelayProgress? Relay(IProgress<string>? progress) => progress is null ? null : new RelayProgress(progress);

    sealed class RelayProgress(IProgress<string> target) : IProgress<ProjectLoadProgress>
    {
        public void Report(ProjectLoadProgress value)
        {
            if (value.Operation == ProjectLoadOperation.Resolve)
            {
                target.Report(Path.GetFileNameWithoutExtension(value.FilePath));
            }
        }
    }
}
