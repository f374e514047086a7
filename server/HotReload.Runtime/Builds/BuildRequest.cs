using System.Collections.Immutable;
using System.Globalization;

namespace HotReload.Runtime.Builds;

/// <summary>What to build.</summary>
/// <param name="ProjectPath">Full path of the project file, or of a file-based program.</param>
/// <param name="Options">Further options of <c>dotnet build</c>.</param>
public sealed record BuildRequest(string ProjectPath, ImmutableArray<string> Options)
{
    /// <summary>What MSBuild takes for its own in the value of a property, and a path may contain.</summary>
    const string Special = "%;,$@()*?'";

    static readonly string s_targets = Path.Combine(AppContext.BaseDirectory, "build", "HeldBuild.targets");

    /// <summary>Builds everything.</summary>
    public static BuildRequest Whole(string projectPath) => new(projectPath, []);

    /// <summary>
    /// Compiles, and leaves the output folder alone, from which the program may be running: only to find out whether it can be built.
    /// </summary>
    public static BuildRequest Trial(string projectPath) => new(projectPath, ["-t:Compile"]);

    /// <summary>Finds the packages, and builds nothing.</summary>
    public static BuildRequest Restore(string projectPath) => new(projectPath, ["-t:Restore", "--no-restore"]);

    /// <summary>Builds everything, but waits between the compiler and the output folder until it is told by a pipe to go on.</summary>
    /// <param name="projectPath">See <see cref="ProjectPath"/>.</param>
    /// <param name="targetFramework">Which framework of several; null for the only one.</param>
    /// <param name="pipe">The pipe's name.</param>
    internal static BuildRequest Held(string projectPath, string? targetFramework, string pipe) => new(projectPath,
    [
        Property("CustomAfterDirectoryBuildTargets", s_targets),
        Property("HotReloadHeldProject", projectPath),
        Property("HotReloadHoldPipe", pipe),
        .. Framework(targetFramework),
    ]);

    static ImmutableArray<string> Framework(string? name) => name is null ? [] : ["-f", name];

    static string Property(string name, string value) => $"-p:{name}={string.Concat(value.Select(Escape))}";

    static string Escape(char character) =>
        Special.Contains(character) ? string.Create(CultureInfo.InvariantCulture, $"%{(int)character:X2}") : character.ToString();
}
