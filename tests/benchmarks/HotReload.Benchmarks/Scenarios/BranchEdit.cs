using System.Collections.Immutable;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>Another branch of the program's repository.</summary>
/// <param name="File">The file whose text shows which branch it is.</param>
/// <param name="Find">What differs in it: the name of the branch stands in its place.</param>
/// <param name="Other">What differs in the other files.</param>
/// <param name="Others">The other files.</param>
public sealed record BranchEdit(string File, string Find, string Other, ImmutableArray<string> Others);
