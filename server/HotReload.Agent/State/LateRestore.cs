using HotReload.Agent.Contract.Json;
using HotReload.Agent.State.Restore;
using HotReload.Agent.State.Services;

namespace HotReload.Agent.State;

/// <summary>Restores what had no place yet when the program started: as assemblies are loaded and hosts are built.</summary>
sealed class LateRestore(StateRestore restore, HostWatch hosts, Action<byte[]> tell)
{
    readonly object _gate = new();

    /// <summary>Begins to wait.</summary>
    public void Begin()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, _) => Continue(restore.RunStatics);
        hosts.Built += host => Continue(() => restore.RunServices(host));
    }

    void Continue(Action step)
    {
        try
        {
            lock (_gate)
            {
                if (restore.IsWaiting)
                {
                    step();
                    if (!restore.IsWaiting)
                    {
                        tell(StateJson.Restored(restore.Report));
                    }
                }
            }
        }
        catch (Exception exception)
        {
            // This is inside the program's own code, which must not fail for it.
            Console.Error.WriteLine("Hot reload agent: " + exception.Message);
        }
    }
}
