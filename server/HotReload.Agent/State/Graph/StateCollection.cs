namespace HotReload.Agent.State.Graph;

/// <summary>An array or a collection of a graph.</summary>
sealed class StateCollection(int shape) : StateObject(shape)
{
    /// <summary>The elements of an array or list of numbers, in place of <see cref="StateObject.Values"/>: a one-dimensional array.</summary>
    public Array? Packed { get; set; }

    /// <summary>The lengths of an array's dimensions; null for a collection.</summary>
    public int[]? Lengths { get; set; }

    /// <summary>Whether its elements could not be taken.</summary>
    public bool IsLost { get; set; }

    /// <summary>What compares its elements: null, a known comparer's name, or an object of the user's.</summary>
    public StateValue Comparer { get; set; } = StateValue.Null;
}
