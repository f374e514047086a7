namespace HotReload.Agent.State.Graph;

/// <summary>Captured state, free of the program's types: what the formats write and read.</summary>
sealed class StateGraph
{
    public List<StateShape> Shapes { get; init; } = [];

    public List<StateObject> Objects { get; init; } = [];

    public List<StateRoot> Roots { get; init; } = [];
}
