using System.Collections.Immutable;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>A request to start, thought through: what will be run and how.</summary>
/// <param name="ProjectPath">Full path of the project file.</param>
/// <param name="TargetFramework">Which framework of several; null for the only one.</param>
/// <param name="LaunchProfile">The profile's name, if one is used.</param>
/// <param name="Executable">What to run instead of the project's own program; null for that.</param>
/// <param name="Args">The program's arguments.</param>
/// <param name="WorkingDirectory">Full path.</param>
/// <param name="Environment">Variables on top of the server's own; null removes one.</param>
/// <param name="Urls">Where the program is told to listen.</param>
/// <param name="LaunchUrl">The page to open, where the profile asks for a browser.</param>
/// <param name="Terminal">Who starts the program.</param>
/// <param name="Warnings">What the user should know before.</param>
internal sealed record SessionPlan(
    string ProjectPath,
    string? TargetFramework,
    string? LaunchProfile,
    string? Executable,
    ImmutableArray<string> Args,
    string WorkingDirectory,
    ImmutableDictionary<string, string?> Environment,
    ImmutableArray<string> Urls,
    string? LaunchUrl,
    TerminalKind Terminal,
    ImmutableArray<string> Warnings)
{
    /// <summary>The project file's name without its ending: what people call the program.</summary>
    public string Name => Path.GetFileNameWithoutExtension(ProjectPath);

    /// <summary>Whether it is a file-based program, and the path that of its file.</summary>
    public bool IsFileProgram => SourceFiles.IsProgram(ProjectPath);

    /// <summary>The folder of the project file.</summary>
    public string ProjectFolder => Path.GetDirectoryName(ProjectPath)!;

    /// <summary>Whether another plan starts the same program in the same way. What only the first start asks for does not count.</summary>
    public bool StartsAs(SessionPlan other) =>
        (ProjectPath, TargetFramework, Executable, WorkingDirectory, Terminal)
            == (other.ProjectPath, other.TargetFramework, other.Executable, other.WorkingDirectory, other.Terminal)
        && Args.SequenceEqual(other.Args)
        && Environment.Count == other.Environment.Count
        && Environment.All(variable => other.Environment.TryGetValue(variable.Key, out var value) && value == variable.Value);
}
