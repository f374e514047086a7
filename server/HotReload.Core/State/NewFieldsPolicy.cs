namespace HotReload.Core.State;

/// <summary>What becomes of fields that a delta adds, in objects that exist already.</summary>
public enum NewFieldsPolicy
{
    /// <summary>They get their initializer's value where it can be made, and the user's own migration runs.</summary>
    Initialize,

    /// <summary>They are left as the runtime makes them: with their type's default value.</summary>
    Default,
}
