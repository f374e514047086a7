using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Reporting;

/// <summary>The compiler's own errors in what changed.</summary>
internal static class CompileErrors
{
    public static async Task<ImmutableArray<ReloadDiagnostic>> FindAsync(
        Solution solution, SolutionChange change, CancellationToken cancellationToken)
    {
        var errors = ImmutableArray.CreateBuilder<ReloadDiagnostic>();
        foreach (var id in change.Projects)
        {
            var project = solution.GetProject(id)!;
            var compilation = await project.GetCompilationAsync(cancellationToken);
            var found = compilation?.GetDiagnostics(cancellationToken)
                .Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error) ?? [];
            errors.AddRange(found.Select(diagnostic => DiagnosticMapping.Map(diagnostic, project.Name)!));
        }

        return errors.ToImmutable();
    }
}
