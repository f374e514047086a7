using System.Globalization;
using HotReload.Core.Buffers;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;

namespace HotReload.Lsp.Sessions;

/// <summary>The sessions that an earlier server has left.</summary>
internal sealed partial class SessionRegistry
{
    const string IdPrefix = "session-";

    readonly List<(HotReloadSession Session, LostSession Lost)> _lost = [];

    /// <summary>
    /// Takes the sessions of this client whose server has ended. They are there from now on, so that whoever asks for one by a start joins
    /// it, and are gone on with by <see cref="RecoverAsync"/>.
    /// </summary>
    public void TakeLost()
    {
        if (services.Client.Process is not { } owner)
        {
            return;
        }

        foreach (var lost in homes.TakeLost(owner))
        {
            try
            {
                var plans = PlansOf(planner.Plan(lost.Record.Start), lost.Record.Start);
                var session = Add(plans, lost.Record.Mode, () => new(lost.Record.Start, lost.Home, homes.Version), Claim(lost.Record.Id));
                session.ExpectRecovery();
                _lost.Add((session, lost));
            }
            catch (JsonRpcException exception)
            {
                services.Log.Warning($"A session of the server before can't go on: {exception.Message}");
                lost.Home.Dispose();
            }
        }
    }

    /// <summary>Goes on with those sessions, each by itself. Returns when all do, or can't.</summary>
    public Task RecoverAsync() => Task.WhenAll(_lost.Select(lost => GoOnAsync(lost.Session, lost.Lost)).ToList());

    async Task GoOnAsync(HotReloadSession session, LostSession lost)
    {
        try
        {
            await session.RecoverAsync(lost);
        }
        catch (Exception exception)
        {
            // Whatever it is, it is this session's alone: the others go on, and so does the server.
            services.Log.Error($"{session.Project} can't go on: {(exception is JsonRpcException ? exception.Message : exception)}");
            await RemoveAsync(session);
            lock (_gate)
            {
                _failed = _failed.Add(session);
            }
        }
    }

    HotReloadSession? FindWaiting(SessionPlan plan) => _sessions.FirstOrDefault(session =>
        session.IsWaitedFor && string.Equals(session.Project, plan.ProjectPath, PathIdentity.Comparison) && session.StartsAs(plan));

    /// <summary>The id stays the session's: no other may get it.</summary>
    string Claim(string id)
    {
        if (id.StartsWith(IdPrefix, StringComparison.Ordinal)
            && int.TryParse(id.AsSpan(IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            _lastId = Math.Max(_lastId, number);
        }

        return id;
    }
}
