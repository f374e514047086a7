namespace HotReload.Core.Ports;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">The exit code, where the system tells.</param>
/// <param name="Requested">Whether the session asked for it.</param>
public sealed record ProgramExit(int? ExitCode, bool Requested);
