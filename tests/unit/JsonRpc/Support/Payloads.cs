using System.Text.Json.Serialization;

namespace HotReload.UnitTests.JsonRpc.Support;

sealed record Numbers(int A, int B);

sealed record Words(string Text);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Numbers))]
[JsonSerializable(typeof(Words))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(string))]
sealed partial class Payloads : JsonSerializerContext;
