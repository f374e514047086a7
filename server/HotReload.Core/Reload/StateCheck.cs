namespace HotReload.Core.Reload;

/// <summary>
/// What is known of the state of a type beyond that a delta keeps it: the program has looked at what it marks just before the change and
/// just after it.
/// </summary>
public enum StateCheck
{
    /// <summary>Nobody has looked: the type is not marked, or it was no delta.</summary>
    None,

    /// <summary>The same objects with the same values.</summary>
    Same,

    /// <summary>The same as far as there was time to look.</summary>
    Partly,

    /// <summary>Other values: the program has changed them meanwhile.</summary>
    Changed,
}
