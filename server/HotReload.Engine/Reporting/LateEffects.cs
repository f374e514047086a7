using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using HotReload.Engine.State;
using Microsoft.CodeAnalysis;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Reporting;

/// <summary>What of a change that is ready has no effect before a restart, and what nobody else says of it.</summary>
internal static class LateEffects
{
    /// <summary>What is to be said beside a change; nothing beside one that is not ready.</summary>
    public static async Task<ImmutableArray<ReloadDiagnostic>> FindAsync(
        CompileVerdict verdict, Solution before, Solution after, SolutionChange changes, StatePlan plan, CancellationToken cancellationToken) =>
        verdict == CompileVerdict.Ready
            ? [.. await NewStatics.FindAsync(before, after, changes, plan, cancellationToken), .. BrowserProjects.Among(after, changes.Projects).Select(InBrowsers)]
            : [];

    static ReloadDiagnostic InBrowsers(Project project) => new(
        NoEffect.BrowserCode, DiagnosticSeverity.Warning,
        $"{project.Name} also runs in browsers, as WebAssembly. A page that runs it there has the change after a restart, which builds it.",
        null, default, project.Name);
}
