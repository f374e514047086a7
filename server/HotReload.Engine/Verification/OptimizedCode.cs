using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Verification;

/// <summary>Finds deltas of projects that are compiled with optimization: the runtime refuses every one.</summary>
internal static class OptimizedCode
{
    /// <summary>The code of the reason that it is for a restart.</summary>
    public const string Code = "HR1013";

    public static ReloadDiagnostic? Find(EncUpdates updates, Solution solution)
    {
        var names = updates.Deltas.Select(delta => delta.AssemblyName).ToHashSet(StringComparer.Ordinal);
        var project = solution.Projects.FirstOrDefault(
            project => names.Contains(project.AssemblyName) && project.CompilationOptions?.OptimizationLevel == OptimizationLevel.Release);
        return project is null
            ? null
            : new(
                Code, DiagnosticSeverity.Warning,
                $"{project.Name} is compiled with optimization, and the runtime does not change such code; every edit is for a restart. Build it as Debug (Optimize=false) to edit it while it runs.",
                project.FilePath, default, project.Name);
    }
}
