namespace HotReload.Core.Reload;

/// <summary>What happened to a member.</summary>
public enum MemberChange
{
    Updated,
    Added,
    Removed,
}
