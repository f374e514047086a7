namespace HotReload.Core.Reload;

/// <summary>The hint at a new field whose value can't be made for objects that exist already.</summary>
public static class NewFieldHint
{
    /// <summary>Its code.</summary>
    public const string Code = "HR1014";
}
