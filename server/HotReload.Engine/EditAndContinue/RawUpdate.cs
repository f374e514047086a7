using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.EditAndContinue;

/// <summary>The service's own update record, field by field.</summary>
internal sealed record RawUpdate(
    Guid ModuleId,
    ProjectId ProjectId,
    ImmutableArray<byte> ILDelta,
    ImmutableArray<byte> MetadataDelta,
    ImmutableArray<byte> PdbDelta,
    ImmutableArray<int> UpdatedTypes,
    ImmutableArray<string> RequiredCapabilities);
