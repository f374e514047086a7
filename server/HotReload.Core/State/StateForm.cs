namespace HotReload.Core.State;

/// <summary>In which form a program writes its state.</summary>
public enum StateForm
{
    /// <summary>The compact one, from which it can be restored.</summary>
    Compact,

    /// <summary>JSON for people, each place with what it leads to. Nothing is restored from it.</summary>
    Readable,
}
