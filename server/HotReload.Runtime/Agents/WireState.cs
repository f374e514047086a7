using HotReload.Agent.Contract;
using HotReload.Core.Reload;
using HotReload.Core.State;

namespace HotReload.Runtime.Agents;

/// <summary>Between the core's records of state and those of the wire.</summary>
static class WireState
{
    /// <summary>What the agent is told to restore.</summary>
    public static AgentRestore From(StateFile file, StateWatch? crash = null) =>
        new(file.Path, [.. file.Assemblies], crash is null ? null : From(crash.File, crash.Mode, crash.Limits));

    /// <summary>What the agent is told to capture.</summary>
    public static AgentCapture From(StateFile file, StateMode mode, StateLimits limits) => new(
        file.Path,
        mode == StateMode.Auto ? AgentStateMode.Auto : AgentStateMode.Marked,
        new(limits.Bytes, limits.Objects, (int)limits.Time.TotalMilliseconds),
        [.. file.Assemblies])
    {
        Form = file.Form == StateForm.Readable ? AgentStateForm.Text : AgentStateForm.File,
    };

    /// <summary>What the agent says.</summary>
    public static StateReport ToCore(AgentStateReport report) => new(
        [.. report.Items.Select(item => new StateItem(item.Type, item.Member, ToCore(item.Fate), item.Reason, item.Objects))],
        report.Objects,
        report.Bytes,
        report.Milliseconds)
    {
        IsComplete = report.IsComplete,
    };

    static StateFate ToCore(AgentStateFate fate) => fate switch
    {
        AgentStateFate.Kept => StateFate.Kept,
        AgentStateFate.Migrated => StateFate.Migrated,
        AgentStateFate.Defaulted => StateFate.Defaulted,
        AgentStateFate.Reset => StateFate.Reset,
        _ => StateFate.Lost,
    };
}
