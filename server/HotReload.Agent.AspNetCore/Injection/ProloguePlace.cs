namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>Where the script goes.</summary>
/// <param name="At">The character before which it goes; negative while more must be read.</param>
/// <param name="IsDocument">Whether this is a whole document, and not a piece of one.</param>
readonly record struct ProloguePlace(int At, bool IsDocument)
{
    /// <summary>More must be read.</summary>
    public static ProloguePlace Unknown { get; } = new(-1, false);

    public bool IsKnown => At >= 0;
}
