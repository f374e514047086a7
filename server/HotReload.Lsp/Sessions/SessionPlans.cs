using System.Collections.Immutable;
using HotReload.JsonRpc.Messages;

namespace HotReload.Lsp.Sessions;

/// <summary>How a session's program is started: as it was planned first, and again when its launch profile changes.</summary>
/// <param name="first">The plan of the first start.</param>
/// <param name="plan">Plans the same start by what the launch profiles say now.</param>
internal sealed class SessionPlans(SessionPlan first, Func<SessionPlan> plan)
{
    volatile SessionPlan _current = first;

    /// <summary>By what the program was started last.</summary>
    public SessionPlan Current => _current;

    /// <summary>Whether the program would be started in another way now. What can't be read changes nothing.</summary>
    public bool IsOutdated => Find().Plan is { } found && !found.StartsAs(_current);

    /// <summary>Takes what the launch profiles say now. Where they can't be read, why, and what was said before stays.</summary>
    public ImmutableArray<string> Renew()
    {
        var (found, error) = Find();
        _current = found ?? _current;
        return error is null ? [] : [$"{error} The program is started as before."];
    }

    (SessionPlan? Plan, string? Error) Find()
    {
        try
        {
            return (plan(), null);
        }
        catch (JsonRpcException exception)
        {
            return (null, exception.Message);
        }
    }
}
