using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Engine.Reporting;

/// <summary>New views: each is part of the program only when its project is evaluated again.</summary>
internal static class UnplacedViews
{
    /// <summary>What is to be said of a change beside such views.</summary>
    public static CompiledChange AddTo(CompiledChange change, IReadOnlyCollection<string> views) => views.Count == 0 ? change : change with
    {
        Verdict = change.Verdict == CompileVerdict.NoChange ? CompileVerdict.RestartRequired : change.Verdict,
        Diagnostics = change.Diagnostics.AddRange(views.Select(path => new ReloadDiagnostic(
            "HR1003", DiagnosticSeverity.Warning,
            $"{Path.GetFileName(path)} is new; it becomes part of the program with a restart.", path, default, null))),
    };
}
