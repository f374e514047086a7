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
        new(projectPath, targetFramework is null ? ["-t:Compile"] : ["-t:Compile", "-f", targetFramework]);
}
