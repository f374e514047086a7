namespace HotReload.Core.Reload;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    Error,
    Warning,
    Information,
}
