using System.Collections.Immutable;

namespace HotReload.Runtime.Builds;

/// <summary>What a build made of a file-based program.</summary>
/// <param name="CompilerArguments">The compiler's command line.</param>
/// <param name="Assembly">Full path of the assembly to run.</param>
/// <param name="IntermediateAssembly">Full path of the assembly that the compiler wrote.</param>
/// <param name="ProjectReferences">Full paths of the projects that it refers to.</param>
public sealed record FileProgramOutput(
    ImmutableArray<string> CompilerArguments, string Assembly, string IntermediateAssembly, ImmutableArray<string> ProjectReferences);
