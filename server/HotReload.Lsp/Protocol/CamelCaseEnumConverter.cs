using System.Text.Json;
using System.Text.Json.Serialization;

namespace HotReload.Lsp.Protocol;

/// <summary>Writes enumerations as the protocol has them: strings in camel case, never numbers.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
