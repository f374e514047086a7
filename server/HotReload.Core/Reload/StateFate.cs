namespace HotReload.Core.Reload;

/// <summary>What a reload did to the state of a type.</summary>
public enum StateFate
{
    /// <summary>Every value lives on.</summary>
    Kept,

    /// <summary>Old values exist beside new fields that hold their type's default value.</summary>
    Defaulted,

    /// <summary>The values are gone: the process was started again.</summary>
    Reset,
}
