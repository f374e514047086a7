namespace HotReload.Core.Recovery;

/// <summary>What can go wrong in a session, and is recovered from without being asked.</summary>
public enum Fault
{
    /// <summary>The program ended by an unhandled exception or a fault of memory.</summary>
    ProgramCrashed,

    /// <summary>The program has not taken a change, or its code fails because of one.</summary>
    ProgramPoisoned,

    /// <summary>An edit can be no delta.</summary>
    DeltaRefused,

    /// <summary>The text can't be compiled.</summary>
    TextHasErrors,

    /// <summary>The server was killed, or ended by a fault of its own, and another one takes its place.</summary>
    ServerLost,

    /// <summary>The program of a session could not be started again after that; the one before may still hold its port.</summary>
    StartFailed,

    /// <summary>The connection of an open page breaks again and again.</summary>
    PageUnsteady,
}
