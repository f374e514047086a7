using HotReload.Agent.Contract;
using HotReload.Core.Reload;
using HotReload.Core.State;

namespace HotReload.Runtime.Agents;

/// <summary>What a reload does to live state, between the core's records and those of the wire.</summary>
static class WireLiveState
{
    /// <summary>What the agent is to do to a type's state.</summary>
    public static AgentNewType From(NewTypeState type) => new(
        type.Type, [.. type.Fields.Select(field => new AgentNewField(field.Name, From(field.Value)))], type.Migrations);

    /// <summary>What the agent did.</summary>
    public static ProcessState ToCore(AgentStateResult result) => new(
        [.. result.Types.Select(type => new ProcessTypeState(type.Assembly, type.Type, type.Objects, type.Error))],
        result.Seen, result.Complete, result.Milliseconds)
    {
        Checks =
        [
            .. result.Checks.Select(check => new ProcessStateCheck(
                check.Assembly, check.Type, check.Name, ToCore(check.Outcome), check.Values, [.. check.Members])),
        ],
    };

    /// <summary>What a changed member threw.</summary>
    public static MemberFailure ToCore(AgentThrown thrown) =>
        new(thrown.Generation, thrown.Type, thrown.Member, thrown.Exception, thrown.Message);

    static StateCheck ToCore(AgentCheckOutcome outcome) => outcome switch
    {
        AgentCheckOutcome.Same => StateCheck.Same,
        AgentCheckOutcome.Partly => StateCheck.Partly,
        _ => StateCheck.Changed,
    };

    static AgentInitialValue From(InitialValue value) => new(
        Kind(value.Kind), value.Type, value.Text, value.Parameters, value.TypeArguments,
        [.. value.Arguments.Select(From)], [.. value.Calls.Select(From)]);

    static AgentValueKind Kind(InitialValueKind kind) => kind switch
    {
        InitialValueKind.Constant => AgentValueKind.Constant,
        InitialValueKind.TypeOf => AgentValueKind.TypeOf,
        InitialValueKind.Array => AgentValueKind.Array,
        InitialValueKind.Create => AgentValueKind.Create,
        InitialValueKind.Static => AgentValueKind.Static,
        _ => AgentValueKind.Call,
    };
}
