using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Support;

/// <summary>The JSON of a collection: for people first.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AboutServer))]
[JsonSerializable(typeof(InitializationOptions))]
[JsonSerializable(typeof(ImmutableArray<SessionInfo>))]
[JsonSerializable(typeof(ImmutableArray<TimelineEntry>))]
[JsonSerializable(typeof(ImmutableArray<RecoveryEntry>))]
[JsonSerializable(typeof(ImmutableArray<EventParams>))]
[JsonSerializable(typeof(ImmutableArray<PhaseStatistics>))]
internal sealed partial class SupportJson : JsonSerializerContext;
