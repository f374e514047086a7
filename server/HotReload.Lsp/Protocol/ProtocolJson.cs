using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HotReload.Core.Documents;
using HotReload.Core.Ports;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Core.Speculation;
using HotReload.Core.State;
using HotReload.Lsp.Protocol.Lsp;

namespace HotReload.Lsp.Protocol;

/// <summary>Reads and writes every message of the protocol, by source-generated code.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(SnapshotIdConverter),
        typeof(CamelCaseEnumConverter<ReloadMode>),
        typeof(CamelCaseEnumConverter<TerminalKind>),
        typeof(CamelCaseEnumConverter<RestartPolicy>),
        typeof(CamelCaseEnumConverter<NewFieldsPolicy>),
        typeof(CamelCaseEnumConverter<SnapshotReason>),
        typeof(CamelCaseEnumConverter<SnapshotStep>),
        typeof(CamelCaseEnumConverter<RollbackPolicy>),
        typeof(CamelCaseEnumConverter<DocumentState>),
        typeof(CamelCaseEnumConverter<ForecastOutcome>),
        typeof(CamelCaseEnumConverter<SessionState>),
        typeof(CamelCaseEnumConverter<OutputKind>),
        typeof(CamelCaseEnumConverter<PageAction>),
        typeof(CamelCaseEnumConverter<AssetKind>),
        typeof(CamelCaseEnumConverter<AssetOutcome>),
        typeof(CamelCaseEnumConverter<ReloadCause>),
        typeof(CamelCaseEnumConverter<ReloadOutcome>),
        typeof(CamelCaseEnumConverter<ModuleOutcome>),
        typeof(CamelCaseEnumConverter<MemberChange>),
        typeof(CamelCaseEnumConverter<MemberCalls>),
        typeof(CamelCaseEnumConverter<StateFate>),
        typeof(CamelCaseEnumConverter<StateCheck>),
        typeof(CamelCaseEnumConverter<RestartState>),
        typeof(CamelCaseEnumConverter<RollbackState>),
        typeof(CamelCaseEnumConverter<StateOnRestart>),
        typeof(CamelCaseEnumConverter<DiagnosticSeverity>),
        typeof(CamelCaseEnumConverter<Fault>),
        typeof(CamelCaseEnumConverter<RecoveryAction>),
        typeof(CamelCaseEnumConverter<RecoveryOutcome>),
    ])]
[JsonSerializable(typeof(StartParams))]
[JsonSerializable(typeof(SessionParams))]
[JsonSerializable(typeof(RestartParams))]
[JsonSerializable(typeof(SetModeParams))]
[JsonSerializable(typeof(InputParams))]
[JsonSerializable(typeof(SessionInfo))]
[JsonSerializable(typeof(SessionList))]
[JsonSerializable(typeof(ProjectList))]
[JsonSerializable(typeof(DocumentParams))]
[JsonSerializable(typeof(DocumentStatus))]
[JsonSerializable(typeof(StatusParams))]
[JsonSerializable(typeof(ReloadResult))]
[JsonSerializable(typeof(PageParams))]
[JsonSerializable(typeof(CalledParams))]
[JsonSerializable(typeof(ForecastParams))]
[JsonSerializable(typeof(EventParams))]
[JsonSerializable(typeof(OutputParams))]
[JsonSerializable(typeof(SnapshotParams))]
[JsonSerializable(typeof(SnapshotList))]
[JsonSerializable(typeof(StateSnapshot))]
[JsonSerializable(typeof(SnapshotRestore))]
[JsonSerializable(typeof(RollbackParams))]
[JsonSerializable(typeof(StateDocument))]
[JsonSerializable(typeof(ExceptionParams))]
[JsonSerializable(typeof(RunInTerminalParams))]
[JsonSerializable(typeof(RecoveryList))]
[JsonSerializable(typeof(CollectParams))]
[JsonSerializable(typeof(CollectedDiagnostics))]
[JsonSerializable(typeof(ErrorData))]
[JsonSerializable(typeof(InitializationOptions))]
[JsonSerializable(typeof(InitializeParams))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(DidChangeWorkspaceFoldersParams))]
[JsonSerializable(typeof(DidChangeConfigurationParams))]
[JsonSerializable(typeof(DidOpenTextDocumentParams))]
[JsonSerializable(typeof(DidChangeTextDocumentParams))]
[JsonSerializable(typeof(DidSaveTextDocumentParams))]
[JsonSerializable(typeof(DidCloseTextDocumentParams))]
[JsonSerializable(typeof(DidChangeWatchedFilesParams))]
[JsonSerializable(typeof(RegistrationParams))]
[JsonSerializable(typeof(ExecuteCommandParams))]
[JsonSerializable(typeof(CodeActionParams))]
[JsonSerializable(typeof(ImmutableArray<CodeAction>))]
[JsonSerializable(typeof(PublishDiagnosticsParams))]
[JsonSerializable(typeof(LogMessageParams))]
[JsonSerializable(typeof(ShowDocumentParams))]
[JsonSerializable(typeof(WorkDoneProgressCreateParams))]
[JsonSerializable(typeof(ProgressParams))]
public sealed partial class ProtocolJson : JsonSerializerContext;
