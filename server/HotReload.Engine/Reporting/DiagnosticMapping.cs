using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Engine.Declarations.Fields;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Reporting;

/// <summary>Turns what the service found into diagnostics at their place, Razor's mapped back to the view.</summary>
internal static class DiagnosticMapping
{
    public static ImmutableArray<ReloadDiagnostic> Map(EncUpdates updates, Solution solution)
    {
        var transient = updates.TransientDiagnostics.Where(item => !HeldFields.IsAbout(item.Diagnostic)).Select(item => Map(item.Diagnostic, solution.GetProject(item.Project)?.Name));
        var persistent = updates.PersistentDiagnostics.Select(diagnostic => Map(diagnostic, null));
        // A file shared by several target frameworks is reported once for each.
        return [.. persistent.Concat(transient).OfType<ReloadDiagnostic>().Select(item => OfGenerated(item, solution)).Distinct()];
    }

    /// <summary>Nobody can look at a file that a generator has only made in memory: what is said of it is said of its project.</summary>
    static ReloadDiagnostic OfGenerated(ReloadDiagnostic diagnostic, Solution solution) =>
        diagnostic.File is { } file && solution.Projects.Any(project => IsBelow(file, project.CompilationOutputInfo.GeneratedFilesOutputDirectory))
            ? diagnostic with { File = null, Range = default, Message = $"{Path.GetFileName(file)}, which a generator writes: {diagnostic.Message}" }
            : diagnostic;

    static bool IsBelow(string file, string? folder) =>
        folder is not null && PathIdentity.IsIn(file, folder) && !File.Exists(file);

    public static ReloadDiagnostic? Map(Diagnostic diagnostic, string? project)
    {
        DiagnosticSeverity? severity = diagnostic.Severity switch
        {
            Microsoft.CodeAnalysis.DiagnosticSeverity.Error => DiagnosticSeverity.Error,
            Microsoft.CodeAnalysis.DiagnosticSeverity.Warning => DiagnosticSeverity.Warning,
            Microsoft.CodeAnalysis.DiagnosticSeverity.Info => DiagnosticSeverity.Information,
            _ => null,
        };
        if (severity is null)
        {
            return null;
        }

        var place = diagnostic.Location.IsInSource || diagnostic.Location.Kind == LocationKind.ExternalFile
            ? diagnostic.Location.GetMappedLineSpan()
            : default;
        return new(
            diagnostic.Id, severity.Value, WithoutStack(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)),
            place.IsValid ? place.Path : null, place.IsValid ? Places.ToRange(place.Span) : default, project);
    }

    /// <summary>What fails within the SDK's analysis comes with the lines of its code.</summary>
    static string WithoutStack(string message) => message.IndexOf("\n   at ", StringComparison.Ordinal) is > 0 and var end ? message[..end].TrimEnd() : message;
}
