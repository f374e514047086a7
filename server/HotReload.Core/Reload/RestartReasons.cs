using System.Collections.Immutable;

namespace HotReload.Core.Reload;

/// <summary>Why a change can only take effect with a restart.</summary>
public static class RestartReasons
{
    /// <summary>The reasons of a reload that asks for a restart; none of any other.</summary>
    public static ImmutableArray<ReloadDiagnostic> Of(ReloadResult result) =>
        result.Outcome == ReloadOutcome.RestartRequired ? In(result.Diagnostics) : [];

    /// <summary>The reasons among what such a reload has to say: its errors, or all of it where none of it is one.</summary>
    public static ImmutableArray<ReloadDiagnostic> In(ImmutableArray<ReloadDiagnostic> diagnostics)
    {
        var errors = diagnostics.RemoveAll(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
        return errors.IsEmpty ? diagnostics : errors;
    }
}
