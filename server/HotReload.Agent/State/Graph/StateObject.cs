namespace HotReload.Agent.State.Graph;

/// <summary>An object of a graph.</summary>
class StateObject(int shape)
{
    /// <summary>The number of its shape.</summary>
    public int Shape { get; set; } = shape;

    /// <summary>Its fields or elements.</summary>
    public StateValue[] Values { get; set; } = [];
}
