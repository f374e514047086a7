namespace HotReload.Core.Reload;

/// <summary>What a reload did to the state of a type, from best to worst.</summary>
public enum StateFate
{
    /// <summary>Every value lives on.</summary>
    Kept,

    /// <summary>The values were brought to a new shape: a new field got its initializer's value, or the user's own method ran.</summary>
    Migrated,

    /// <summary>Old values exist beside new fields that hold their type's default value.</summary>
    Defaulted,

    /// <summary>The values are as a fresh start of the program makes them.</summary>
    Reset,

    /// <summary>Values that were meant to be carried over a restart could not be.</summary>
    Lost,
}
