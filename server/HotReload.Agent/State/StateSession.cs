using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Agent.State.Capture;
using HotReload.Agent.State.Formats;
using HotReload.Agent.State.Restore;

namespace HotReload.Agent.State;

/// <summary>The program's state, as the server asks for it. Nothing of it is compiled before it is asked for.</summary>
sealed class StateSession
{
    readonly TimeProvider _time = TimeProvider.System;
    readonly object _gate = new();

    /// <summary>Restores a start's state before the program's own code runs, and tells the server; what has no place yet follows.</summary>
    public void Start(AgentRestore request, Action<byte[]> tell)
    {
        try
        {
            var restore = StateRestore.Open(request, _time);
            restore.RunStatics();
            tell(StateJson.Restored(restore.Report));
            if (restore.IsWaiting)
            {
                AppDomain.CurrentDomain.AssemblyLoad += (_, _) => Continue(restore, tell);
            }
        }
        catch (StateFormatException exception)
        {
            tell(StateJson.Restored(StateRestore.Refused(exception)));
        }
        catch (Exception exception)
        {
            // Whatever it is, the program starts, with the state of a fresh start.
            tell(StateJson.Restored(StateRestore.Refused(new(exception.Message, exception))));
        }
    }

    /// <summary>Writes the program's state to a file.</summary>
    public AgentStateReport Capture(AgentCapture request) => new StateCapture(new(request.Assemblies), _time).Run(request);

    /// <summary>Brings the running program to the state in a file.</summary>
    public AgentStateReport Restore(AgentRestore request)
    {
        try
        {
            var restore = StateRestore.Open(request, _time);
            restore.RunStatics();
            return restore.Report;
        }
        catch (StateFormatException exception)
        {
            return StateRestore.Refused(exception);
        }
    }

    void Continue(StateRestore restore, Action<byte[]> tell)
    {
        try
        {
            lock (_gate)
            {
                if (restore.IsWaiting)
                {
                    restore.RunStatics();
                    if (!restore.IsWaiting)
                    {
                        tell(StateJson.Restored(restore.Report));
                    }
                }
            }
        }
        catch (Exception exception)
        {
            // This is inside the program's own load of an assembly, which must not fail for it.
            Console.Error.WriteLine("Hot reload agent: " + exception.Message);
        }
    }
}
