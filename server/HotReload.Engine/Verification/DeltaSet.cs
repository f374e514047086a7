using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Engine.Verification;

/// <summary>The deltas of one change, one a module.</summary>
internal sealed record DeltaSet(ImmutableArray<ModuleDelta> All);
