using System.Collections.Immutable;

namespace HotReload.Engine.Session;

/// <summary>A program that is one file and no project: what a build by the SDK made of it.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="CompilerArguments">The command line with which it was compiled.</param>
/// <param name="OutputAssembly">Full path of the assembly that is run.</param>
/// <param name="IntermediateAssembly">Full path of the assembly that the compiler wrote.</param>
/// <param name="ProjectReferences">Full paths of the projects that it refers to.</param>
public sealed record FileProgram(
    string Path, ImmutableArray<string> CompilerArguments, string OutputAssembly, string IntermediateAssembly, ImmutableArray<string> ProjectReferences)
{
    /// <summary>
    /// The path that stands for the project which the SDK makes in memory. It lies in the program's artifacts and not beside the file:
    /// other files there are other programs.
    /// </summary>
    public string ProjectPath { get; } = System.IO.Path.Combine(
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(OutputAssembly)!, "..", "..")),
        System.IO.Path.GetFileName(Path) + ".csproj");
}
