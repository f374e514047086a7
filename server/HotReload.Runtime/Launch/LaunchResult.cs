using System.Diagnostics.CodeAnalysis;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Launch;

/// <summary>A program that runs, or why it does not. Exactly one of the two is there.</summary>
public sealed class LaunchResult
{
    LaunchResult(IRunningProgram? program, LaunchFailure? failure)
    {
        Program = program;
        Failure = failure;
    }

    /// <summary>The program, with its agent connected and earlier generations replayed.</summary>
    public IRunningProgram? Program { get; }

    /// <summary>What went wrong. Nothing of the program is left running.</summary>
    public LaunchFailure? Failure { get; }

    /// <summary>Whether the program runs.</summary>
    [MemberNotNullWhen(true, nameof(Program))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Program is not null;

    internal static LaunchResult Started(IRunningProgram program) => new(program, null);

    internal static LaunchResult Failed(LaunchFailure failure) => new(null, failure);
}
