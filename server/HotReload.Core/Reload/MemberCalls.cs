namespace HotReload.Core.Reload;

/// <summary>Whether the new code of a member has been called. Until then the program still runs the old, if it runs any of it.</summary>
public enum MemberCalls
{
    /// <summary>Nobody watches it: the member has no code of its own, or the program can't tell.</summary>
    Unknown,

    /// <summary>Not since the reload.</summary>
    NotYet,

    /// <summary>At least once since the reload.</summary>
    Called,
}
