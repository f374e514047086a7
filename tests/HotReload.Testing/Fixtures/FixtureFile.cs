using System.Collections.Immutable;

namespace HotReload.Testing.Fixtures;

/// <summary>One file of a fixture.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FixtureFile(string Path, ImmutableArray<byte> Content);
