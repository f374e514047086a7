namespace HotReload.Conformance.LongRuns;

/// <summary>Something that happens in a long run.</summary>
/// <param name="Name">What the report calls it; a fault by its first word.</param>
/// <param name="Weight">How often it is picked, against the others.</param>
/// <param name="Edits">How many edits it makes.</param>
/// <param name="DoAsync">Does it, and says what is wrong; null where nothing is.</param>
sealed record Deed(string Name, int Weight, int Edits, Func<Task<string?>> DoAsync)
{
    /// <summary>Whether it is one that nobody wants.</summary>
    public bool IsFault => Name.StartsWith("fault", StringComparison.Ordinal);
}
