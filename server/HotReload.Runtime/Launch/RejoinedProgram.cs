using System.Collections.Immutable;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Launch;

/// <summary>A program that was taken over from a server that has ended.</summary>
/// <param name="Program">The program.</param>
/// <param name="Generation">The last generation that it was given.</param>
/// <param name="Modules">What it has of its modules' deltas.</param>
/// <param name="Fault">Why its code fails because of a change; null where it does not.</param>
/// <param name="Away">How long it was without a server.</param>
public sealed record RejoinedProgram(
    IRunningProgram Program, int Generation, ImmutableArray<ModuleDigest> Modules, string? Fault, TimeSpan Away);
