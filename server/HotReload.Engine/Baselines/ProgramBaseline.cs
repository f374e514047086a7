using System.Collections.Immutable;

namespace HotReload.Engine.Baselines;

/// <summary>What a program was started from, as another server needs it to go on with that program.</summary>
/// <param name="OutputFolder">The folder that the program runs from, where it was made from memory; null where it is the build's own.</param>
/// <param name="Modules">The assemblies of the program's projects.</param>
/// <param name="Texts">Full path to text of all files that they were made from.</param>
public sealed record ProgramBaseline(
    string? OutputFolder, ImmutableArray<BaselineModule> Modules, ImmutableDictionary<string, string> Texts);
