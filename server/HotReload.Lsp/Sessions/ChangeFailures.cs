using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Sessions;

/// <summary>What is done when the program throws in a member that the last reload has changed: the user is asked, or it is rolled back.</summary>
/// <param name="session">The session's id.</param>
/// <param name="services">The settings and the client.</param>
/// <param name="rollBack">Begins to roll the last change back and does not wait for it.</param>
internal sealed class ChangeFailures(string session, SessionServices services, Action rollBack)
{
    readonly Lock _gate = new();
    ReloadResult? _last;
    MemberFailure? _early;

    /// <summary>A reload has ended.</summary>
    public void ReloadEnded(ReloadResult result)
    {
        lock (_gate)
        {
            if (result.Outcome != ReloadOutcome.Applied)
            {
                return;
            }

            _last = result;
            if (_early is { } thrown && thrown.Generation == result.Generation)
            {
                Tell(result, thrown);
            }

            _early = null;
        }
    }

    /// <summary>The program threw, perhaps before it had said that it has the change.</summary>
    public void Threw(MemberFailure thrown)
    {
        lock (_gate)
        {
            if (_last?.Generation == thrown.Generation)
            {
                Tell(_last, thrown);
            }
            else
            {
                _early = thrown;
            }
        }
    }

    void Tell(ReloadResult result, MemberFailure thrown)
    {
        var member = ThrowingMember.Find(result.Members, thrown);
        var name = member?.Name ?? $"{thrown.Type}.{thrown.Member}";
        var message = $"{name} threw {thrown.Exception} after the last change: {thrown.Message}";
        services.Events.Publish(session, EventKinds.Warning, result.Snapshot.ToString(), message);
        switch (services.Options.RollbackOnException)
        {
            case RollbackPolicy.Ask:
                services.Client.Exception(new(session, result.Id, name, thrown.Exception, message, member?.File, member?.Range ?? default));
                break;
            case RollbackPolicy.Auto:
                rollBack();
                break;
        }
    }
}
