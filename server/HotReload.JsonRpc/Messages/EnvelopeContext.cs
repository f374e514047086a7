using System.Text.Json;
using System.Text.Json.Serialization;

namespace HotReload.JsonRpc.Messages;

/// <summary>The parts of the envelope that have a fixed shape.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(JsonRpcError))]
[JsonSerializable(typeof(JsonElement))]
sealed partial class EnvelopeContext : JsonSerializerContext;
