namespace HotReload.Core.Reload;

/// <summary>
/// Edits that were applied and change nothing before a restart, such as one of start-up code that has already run.
/// </summary>
public static class NoEffect
{
    /// <summary>The compiler's code for them.</summary>
    public const string Code = "ENC0118";

    /// <summary>The code for static members that are new and that the running program does not initialize.</summary>
    public const string NewStaticCode = "HR1011";

    /// <summary>How many of a reload's edits have no effect yet.</summary>
    public static int Count(IEnumerable<ReloadDiagnostic> diagnostics) => diagnostics.Count(diagnostic => diagnostic.Code is Code or NewStaticCode);
}
