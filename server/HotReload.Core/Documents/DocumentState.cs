namespace HotReload.Core.Documents;

/// <summary>Whether a program runs the text of a document; later values are worse.</summary>
public enum DocumentState
{
    /// <summary>No session runs, or no project of one contains the file.</summary>
    NotInProgram,

    /// <summary>The program runs exactly this text.</summary>
    Running,

    /// <summary>The text is published and is being compiled or applied.</summary>
    Reloading,

    /// <summary>The buffer has text that is not part of a reload yet: it is not saved, or the session waits to be told.</summary>
    Unpublished,

    /// <summary>The text was rolled back: the program runs the one before it until this one changes, or changes are applied by hand.</summary>
    RolledBack,

    /// <summary>The text is published; errors hold it back.</summary>
    Held,

    /// <summary>The text is published; it takes effect only with a restart.</summary>
    RestartRequired,
}
