using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Reporting;

/// <summary>Changes of the user's own generators and of whatever else has part in the build and not in the program, or came to that while it ran.</summary>
internal static class BuildOnlyChanges
{
    /// <summary>What such changes come to, with all that changed beside them; null where there are none.</summary>
    public static async Task<(CompileVerdict Verdict, ImmutableArray<ReloadDiagnostic> Diagnostics)?> FindAsync(
        Solution solution, SolutionChange changes, ProjectId startup, CancellationToken cancellationToken)
    {
        var projects = BuildOnlyProjects.Among(solution, changes.Projects, startup).ToList();
        if (projects.Count == 0)
        {
            return null;
        }

        // A build would fail: the errors come first.
        var errors = await CompileErrors.FindAsync(solution, changes.Projects, cancellationToken);
        return errors.IsEmpty
            ? (CompileVerdict.RestartRequired, [.. projects.Select(project => Reason(project, solution, changes))])
            : (CompileVerdict.Held, errors);
    }

    static ReloadDiagnostic Reason(Project project, Solution solution, SolutionChange changes) => new(
        "HR1010", DiagnosticSeverity.Warning,
        $"A change of {project.Name} does not reach the running program by itself; a restart builds the program with it.",
        changes.Documents.Where(id => id.ProjectId == project.Id).Select(id => TextPinning.Find(solution, id)?.FilePath).FirstOrDefault(),
        default, project.Name);
}
