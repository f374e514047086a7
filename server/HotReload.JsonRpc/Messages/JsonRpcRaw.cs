using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HotReload.JsonRpc.Messages;

/// <summary>For methods whose parameters or result have no fixed shape.</summary>
public static class JsonRpcRaw
{
    /// <summary>
    /// JSON as it came. Absent parameters and null results are elements of kind <see cref="JsonValueKind.Null"/>.
    /// The elements own their memory.
    /// </summary>
    public static JsonTypeInfo<JsonElement> Element => EnvelopeContext.Default.JsonElement;

    /// <summary>The JSON null.</summary>
    internal static JsonElement Null { get; } = JsonElement.Parse("null"u8);
}
