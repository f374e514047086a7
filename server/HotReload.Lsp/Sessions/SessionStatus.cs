using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>What a session shows of itself; tells the client whenever something of it has changed, and only then.</summary>
internal sealed class SessionStatus(Client client, string session, ReloadMode mode)
{
    readonly Lock _gate = new();
    StatusParams _current = new(session, SessionState.Off, "", mode, false, 0, 0, []);

    /// <summary>Something has changed. Raised in the order of the changes; must not change anything itself.</summary>
    public event Action<StatusParams>? Changed;

    /// <summary>What was sent last.</summary>
    public StatusParams Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>Enters a state.</summary>
    public void Enter(SessionState state, string message = "") => Change(status => status with { State = state, Message = message });

    /// <summary>Changes what is shown.</summary>
    public void Change(Func<StatusParams, StatusParams> change)
    {
        lock (_gate)
        {
            var next = change(_current);
            if (next != _current)
            {
                _current = next;
                client.Status(next);
                Changed?.Invoke(next);
            }
        }
    }
}
