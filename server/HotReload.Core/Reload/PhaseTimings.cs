namespace HotReload.Core.Reload;

/// <summary>How long each phase of a reload took, in milliseconds. A phase that did not run is zero.</summary>
/// <param name="Text">Taking the buffers' text into the compiler's workspace.</param>
/// <param name="Compile">Parsing, generators and binding of what changed.</param>
/// <param name="Emit">Edit analysis and emit of the delta.</param>
/// <param name="Transport">The delta's way to the program and the answer's way back.</param>
/// <param name="Apply">The runtime's own work, the slowest process counted.</param>
/// <param name="Handlers">The program's metadata update handlers, the slowest process counted.</param>
/// <param name="Total">From the start of the reload to the last acknowledgement, waits between phases included.</param>
public sealed record PhaseTimings(
    double Text, double Compile, double Emit, double Transport, double Apply, double Handlers, double Total)
{
    /// <summary>The budget for a whole reload.</summary>
    public const double TotalTargetMilliseconds = 100;

    /// <summary>The budget for compile and emit together.</summary>
    public const double CompileTargetMilliseconds = 50;

    public static PhaseTimings Zero { get; } = new(0, 0, 0, 0, 0, 0, 0);
}
