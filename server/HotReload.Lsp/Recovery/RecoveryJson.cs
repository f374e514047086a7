using System.Text.Json.Serialization;
using HotReload.Lsp.Protocol;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>Reads and writes the records of sessions and journals, by source-generated code.</summary>
[JsonSourceGenerationOptions(
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(CamelCaseEnumConverter<ReloadMode>),
        typeof(CamelCaseEnumConverter<TerminalKind>),
        typeof(CamelCaseEnumConverter<TerminalMode>),
    ])]
[JsonSerializable(typeof(SessionRecord))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(GenerationRecord))]
[JsonSerializable(typeof(ProgramTicket))]
internal sealed partial class RecoveryJson : JsonSerializerContext;
