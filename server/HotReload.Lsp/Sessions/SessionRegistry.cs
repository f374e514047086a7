using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>The sessions of the server.</summary>
internal sealed partial class SessionRegistry(SessionServices services, SessionPlanner planner, DiskChanges disk, SessionHomes homes)
    : IAsyncDisposable
{
    readonly Lock _gate = new();
    ImmutableArray<HotReloadSession> _sessions = [];

    // They never came up, are of no use, and show why until the same project is started again.
    ImmutableArray<HotReloadSession> _failed = [];
    int _lastId;

    public ImmutableArray<HotReloadSession> All => _sessions;

    /// <summary>The last session has ended.</summary>
    public event Action? Emptied;

    /// <summary>The sessions whose program must be restarted.</summary>
    public IEnumerable<RestartNeed> RestartNeeds => _sessions.Select(session => session.RestartNeed).OfType<RestartNeed>();

    /// <summary>What the sessions with a file say of it.</summary>
    public IEnumerable<DocumentStatus> Describe(string uri, string path)
    {
        var buffer = services.Buffers.View(path);
        return _sessions.Select(session => session.Describe(uri, path, buffer)).OfType<DocumentStatus>();
    }

    /// <summary>Starts a session and returns when its program runs.</summary>
    public async Task<SessionInfo> StartAsync(StartParams parameters, CancellationToken cancellationToken)
    {
        var plan = planner.Plan(parameters);
        if (FindWaiting(plan) is { } waiting)
        {
            return await waiting.JoinAsync(cancellationToken);
        }

        var start = parameters with { Project = plan.ProjectPath };
        var session = Add(PlansOf(plan, start), parameters.Mode ?? services.Options.Mode, () => new(start, homes.Create(), homes.Version));
        try
        {
            await session.StartAsync(cancellationToken);
            return session.Info;
        }
        catch (JsonRpcException)
        {
            await RemoveAsync(session);
            lock (_gate)
            {
                _failed = _failed.Add(session);
            }

            throw;
        }
        catch
        {
            await RemoveAsync(session);
            throw;
        }
    }

    /// <summary>Stops a session and returns when its programs are gone.</summary>
    public Task StopAsync(string? id) => RemoveAsync(Find(id));

    /// <summary>The session of an id, or the only one.</summary>
    /// <exception cref="JsonRpcException">There is none, or more than one without an id.</exception>
    public HotReloadSession Find(string? id)
    {
        var sessions = _sessions;
        if (id is not null)
        {
            return sessions.FirstOrDefault(session => session.Id == id)
                ?? throw RequestFailure.Of(ErrorCodes.NoSession, $"There is no session '{id}'. Start one with hotReload/start.");
        }

        return sessions switch
        {
            [var only] => only,
            [] => throw RequestFailure.Of(ErrorCodes.NoSession, "No session runs. Start one with hotReload/start."),
            _ => throw RequestFailure.Of(ErrorCodes.NoSession, $"Several sessions run: {string.Join(", ", sessions.Select(item => item.Id))}. Name one in 'session'."),
        };
    }

    /// <summary>Says for every session when it reloads from now on.</summary>
    public void SetMode(ReloadMode mode)
    {
        foreach (var session in _sessions)
        {
            session.SetMode(mode);
        }
    }

    /// <summary>Tells the open pages of every session what they are to be like from now on.</summary>
    public void SetUpPages()
    {
        foreach (var session in _sessions)
        {
            session.Pages.SetUp();
        }
    }

    /// <summary>Tells every session that the user typed.</summary>
    public void Typed(string path)
    {
        foreach (var session in _sessions)
        {
            session.Typed(path);
        }
    }

    /// <summary>Tells every session that there is new text for reloads.</summary>
    public void Published(ReloadCause cause, IReadOnlyCollection<string> paths)
    {
        LookAtPrograms();
        foreach (var session in _sessions)
        {
            session.Published(cause, paths);
        }
    }

    /// <summary>Tells every session that a buffer was saved.</summary>
    public void Saved()
    {
        LookAtPrograms();
        foreach (var session in _sessions)
        {
            session.Saved();
        }
    }

    /// <summary>A file-based program says in its own text how it is built.</summary>
    void LookAtPrograms()
    {
        foreach (var session in _sessions.Where(session => SourceFiles.IsProgram(session.Project)))
        {
            session.ProjectChanged(session.Project);
        }
    }

    /// <summary>Tells every session that a project's file changed.</summary>
    public void ProjectChanged(string path)
    {
        foreach (var session in _sessions)
        {
            session.ProjectChanged(path);
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_sessions.Select(RemoveAsync));

    SessionPlans PlansOf(SessionPlan plan, StartParams start) => new(plan, () => planner.Plan(start));

    HotReloadSession Add(SessionPlans plans, ReloadMode mode, Func<SessionOrigin> origin, string? id = null)
    {
        var plan = plans.Current;
        lock (_gate)
        {
            if (_sessions.FirstOrDefault(item => string.Equals(item.Project, plan.ProjectPath, PathIdentity.Comparison)) is { } running)
            {
                throw RequestFailure.Of(
                    ErrorCodes.AlreadyRunning, $"{plan.ProjectPath} already runs in session '{running.Id}'. Stop or restart that one.");
            }

            ForgetFailures(plan.ProjectPath);
            if (_sessions.IsEmpty)
            {
                // The program is loaded as the disk has it now: a session finds nothing of those that are over.
                services.Buffers.ForgetClosed();
            }

            var session = new HotReloadSession(id ?? FormattableString.Invariant($"{IdPrefix}{++_lastId}"), plans, mode, services, disk.Watch, origin());
            _sessions = _sessions.Add(session);
            return session;
        }
    }

    void ForgetFailures(string project)
    {
        var again = _failed.RemoveAll(item => !string.Equals(item.Project, project, PathIdentity.Comparison));
        _failed = _failed.RemoveRange(again);
        foreach (var session in again)
        {
            session.TakeBackDiagnostics();
        }
    }

    async Task RemoveAsync(HotReloadSession session)
    {
        await session.DisposeAsync();
        lock (_gate)
        {
            _sessions = _sessions.Remove(session);
        }

        if (_sessions.IsEmpty)
        {
            Emptied?.Invoke();
        }
    }
}
