using HotReload.Core.Recovery;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Recovery;

/// <summary>What is tried for one session, one step at a time.</summary>
internal sealed class SessionRecoveries(string session, Recoveries all)
{
    int _current;

    /// <summary>A step is taken; what was tried before it has not helped.</summary>
    public void Begin(Fault fault, RecoveryAction step, string message)
    {
        End(RecoveryOutcome.Failed, null);
        Interlocked.Exchange(ref _current, all.Begin(session, null, fault, step, message));
    }

    /// <summary>Something came of the step that is under way, if there is one.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="message">A sentence more; null where there is nothing to add.</param>
    public void End(RecoveryOutcome outcome, string? message)
    {
        if (Interlocked.Exchange(ref _current, 0) is > 0 and var id)
        {
            all.End(id, outcome, message);
        }
    }

    /// <summary>Nothing more is tried about a fault.</summary>
    public void Hold(Fault fault, string message)
    {
        Begin(fault, RecoveryAction.Hold, message);
        End(RecoveryOutcome.Held, null);
    }
}
