using System.Collections.Immutable;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Reporting;

/// <summary>The compiler's own errors.</summary>
internal static class CompileErrors
{
    /// <summary>
    /// Errors of emitting a difference, which a build of the same text does not have: a reference to an added member that can't be
    /// made, a symbol or an attribute that the delta would have to bring and can't, an implementation that the runtime does not take.
    /// </summary>
    static readonly ImmutableHashSet<string> s_ofDeltas = ["CS7038", "CS7096", "CS7101", "CS7102", "CS7103", "CS8984"];

    /// <summary>Whether it may be the delta that can't be made, and not the text that has errors.</summary>
    public static bool MayBeOfDelta(EncUpdates updates) =>
        updates.TransientDiagnostics.Select(item => item.Diagnostic).Concat(updates.PersistentDiagnostics)
            .Any(diagnostic => s_ofDeltas.Contains(diagnostic.Id));

    /// <summary>What is said of generators that threw: the errors are of the code that they did not write.</summary>
    public static IEnumerable<ReloadDiagnostic> FailedGenerators(ImmutableArray<ReloadDiagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Code == ReloadWording.GeneratorFailure);

    /// <summary>The errors of some of a solution's projects.</summary>
    public static async Task<ImmutableArray<ReloadDiagnostic>> FindAsync(
        Solution solution, IEnumerable<ProjectId> projects, CancellationToken cancellationToken)
    {
        var errors = ImmutableArray.CreateBuilder<ReloadDiagnostic>();
        foreach (var project in projects.Select(solution.GetProject).OfType<Project>())
        {
            var compilation = await project.GetCompilationAsync(cancellationToken);
            errors.AddRange(Among(compilation?.GetDiagnostics(cancellationToken) ?? [], project));
        }

        return errors.ToImmutable();
    }

    /// <summary>The errors among what the compiler says of a project.</summary>
    public static IEnumerable<ReloadDiagnostic> Among(ImmutableArray<Diagnostic> diagnostics, Project project) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Select(diagnostic => DiagnosticMapping.Map(diagnostic, project.Name)!);
}
