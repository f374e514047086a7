using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Runtime.Launch;

/// <summary>What a program's agent says by itself. Each is told on the thread that reads from the agent.</summary>
public sealed record ProgramSignals
{
    /// <summary>A module whose deltas were pending has been loaded.</summary>
    public Action<ModuleReload>? ModuleLoaded { get; init; }

    /// <summary>Why the program's code fails because of a change that it has taken; at most once.</summary>
    public Action<string>? Faulted { get; init; }

    /// <summary>The first call of a changed method since its change.</summary>
    public Action<MethodCall>? Called { get; init; }

    /// <summary>What the program threw in a member that the last change has touched; at most once a change.</summary>
    public Action<MemberFailure>? Threw { get; init; }

    /// <summary>What a metadata update handler threw that had returned before.</summary>
    public Action<HandlerFailure>? HandlerFailed { get; init; }

    /// <summary>What happens in the program's pages, by the first that there can be any.</summary>
    public Action<IProgramPages, PageNotice>? PageNoticed { get; init; }
}
