using System.Collections.Immutable;

namespace HotReload.Runtime.Builds;

/// <summary>What to build.</summary>
/// <param name="ProjectPath">Full path of the project file, or of a file-based program.</param>
/// <param name="Options">Further options of <c>dotnet build</c>.</param>
public sealed record BuildRequest(string ProjectPath, ImmutableArray<string> Options)
{
    /// <summary>Builds everything.</summary>
    public static BuildRequest Whole(string projectPath) => new(projectPath, []);

    /// <summary>
    /// Compiles, and leaves the output folder alone, from which the program may be running: only to find out whether it can be built.
    /// </summary>
    /// <param name="projectPath">See <see cref="ProjectPath"/>.</param>
    /// <param name="targetFramework">Which framework of several; null for the only one.</param>
    public static BuildRequest Trial(string projectPath, string? targetFramework) =>
        new(projectPath, ["-t:Compile", .. Framework(targetFramework)]);

    /// <summary>
    /// Builds what a trial that succeeded has left out: the project's own output. What the project refers to is taken as the trial has
    /// built it, and nothing is restored again.
    /// </summary>
    /// <param name="projectPath">See <see cref="ProjectPath"/>.</param>
    /// <param name="targetFramework">As the trial had it.</param>
    public static BuildRequest AfterTrial(string projectPath, string? targetFramework) =>
        new(projectPath, ["--no-restore", "--no-dependencies", .. Framework(targetFramework)]);

    static ImmutableArray<string> Framework(string? name) => name is null ? [] : ["-f", name];
}
