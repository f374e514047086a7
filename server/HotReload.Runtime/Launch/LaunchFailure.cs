namespace HotReload.Runtime.Launch;

/// <summary>Why a program does not run.</summary>
/// <param name="Reason">One or two sentences for people.</param>
/// <param name="OutputTail">The last of what it wrote, both streams in the order they came.</param>
/// <param name="ExitCode">Where it ended by itself.</param>
public sealed record LaunchFailure(string Reason, string OutputTail, int? ExitCode);
