namespace HotReload.Engine.Session;

/// <summary>What to load.</summary>
/// <param name="ProjectPath">Full path of the project that is run.</param>
/// <param name="TargetFramework">Which framework of a project that has several; null for the only or first one.</param>
/// <param name="SessionFolder">A folder of the session's own, for its copies of the baseline.</param>
/// <param name="File">What the build made of a file-based program; null where a project is run.</param>
public sealed record LoadOptions(string ProjectPath, string? TargetFramework, string SessionFolder, FileProgram? File = null)
{
    /// <summary>The user's folder for what can be made again, such as evaluated projects; null where nothing is kept.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>
    /// How long a delta is kept back for a full compilation to confirm it, where its edit reaches further than bodies. What that finds later
    /// is brought by another delta, or asks for a restart.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Where is compared what nobody waits for yet. Not where edits are compiled ahead: a comparison takes as long as a build, and the next
    /// edit would wait behind it.
    /// </summary>
    public TaskScheduler Comparisons { get; init; } = TaskScheduler.Default;

    /// <summary>What is made once for all programs of a server.</summary>
    public EngineShare Share { get; init; } = new();

    /// <summary>How long a project may take to be compiled; a source generator that hangs is left behind after it, and its text held.</summary>
    public TimeSpan CompileTime { get; init; } = TimeSpan.FromSeconds(20);
}
