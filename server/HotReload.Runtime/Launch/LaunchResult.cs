using System.Diagnostics.CodeAnalysis;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Launch;

/// <summary>A program that runs, or why it does not. Exactly one of the two is there.</summary>
public sealed class LaunchResult
{
    LaunchResult(IRunningProgram? program, ProgramTicket? ticket, LaunchFailure? failure)
    {
        Program = program;
        Ticket = ticket;
        Failure = failure;
    }

    /// <summary>The program, with its agent connected and earlier generations replayed.</summary>
    public IRunningProgram? Program { get; }

    /// <summary>With what the next server takes it over; null where none can, as the process has ended already.</summary>
    public ProgramTicket? Ticket { get; }

    /// <summary>What went wrong. Nothing of the program is left running.</summary>
    public LaunchFailure? Failure { get; }

    /// <summary>Whether the program runs.</summary>
    [MemberNotNullWhen(true, nameof(Program))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Program is not null;

    internal static LaunchResult Started(IRunningProgram program, ProgramTicket? ticket) => new(program, ticket, null);

    internal static LaunchResult Failed(LaunchFailure failure) => new(null, null, failure);
}
