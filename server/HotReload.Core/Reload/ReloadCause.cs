namespace HotReload.Core.Reload;

/// <summary>What made a reload happen.</summary>
public enum ReloadCause
{
    /// <summary>A buffer changed while the session applies on type.</summary>
    Keystroke,

    /// <summary>The editor saved a buffer.</summary>
    Save,

    /// <summary>The user asked for it.</summary>
    Manual,

    /// <summary>A file that is not open changed on disk.</summary>
    Disk,

    /// <summary>The program was started again and catches up.</summary>
    Restart,

    /// <summary>A change was taken back: the program gets the text before it.</summary>
    Rollback,

    /// <summary>A full compilation found code that an earlier delta should have had and did not.</summary>
    Check,
}
