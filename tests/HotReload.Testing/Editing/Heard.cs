using System.Text.Json;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Probing;
using HotReload.Testing.Protocol;
using HotReload.Testing.Waiting;

namespace HotReload.Testing.Editing;

/// <summary>All that the server has told its editor, by kind, in order.</summary>
public sealed class Heard
{
    readonly Lock _gate = new();
    TaskCompletionSource<string> _sessionFailed = NewFailure();

    /// <summary>Every <c>hotReload/result</c>.</summary>
    public Journal<ReloadResult> Results { get; } = new();

    /// <summary>Every <c>hotReload/status</c>.</summary>
    public Journal<StatusParams> Statuses { get; } = new();

    /// <summary>Every <c>hotReload/called</c>.</summary>
    public Journal<CalledParams> Calls { get; } = new();
    /// <summary>Every <c>hotReload/forecast</c>.</summary>
    public Journal<ForecastParams> Forecasts { get; } = new();

    /// <summary>Every <c>hotReload/event</c>.</summary>
    public Journal<EventParams> Events { get; } = new();

    /// <summary>Every <c>hotReload/exception</c>.</summary>
    public Journal<ExceptionParams> Exceptions { get; } = new();

    /// <summary>Every <c>textDocument/publishDiagnostics</c>.</summary>
    public Journal<PublishedDiagnostics> Diagnostics { get; } = new();

    /// <summary>Every <c>window/logMessage</c> and <c>window/showMessage</c>.</summary>
    public Journal<LogMessage> Log { get; } = new();

    /// <summary>What the program has written, both streams as they came.</summary>
    public OutputText Output { get; } = new();

    /// <summary>Completes when the session can't go on; a later status of another state makes it new.</summary>
    public Task<string> SessionFailed
    {
        get
        {
            lock (_gate)
            {
                return _sessionFailed.Task;
            }
        }
    }

    internal void Register(JsonRpcMethods methods, EditorOptions options)
    {
        On<ReloadResult>("hotReload/result", Results.Add);
        On<StatusParams>("hotReload/status", Take);
        On<CalledParams>("hotReload/called", Calls.Add);
        On<ForecastParams>("hotReload/forecast", Forecasts.Add);
        On<EventParams>("hotReload/event", Events.Add);
        On<ExceptionParams>("hotReload/exception", Exceptions.Add);
        On<OutputParams>("hotReload/output", output => Output.Append(output.Text));
        On<PublishedDiagnostics>("textDocument/publishDiagnostics", Diagnostics.Add);
        On<LogMessage>("window/logMessage", Log.Add);
        On<LogMessage>("window/showMessage", Log.Add);
        foreach (var ignored in (string[])["$/progress", "telemetry/event", "$/logTrace"])
        {
            methods.OnNotification(ignored, Concurrency.Exclusive, _ => ValueTask.CompletedTask);
        }

        foreach (var agreed in (string[])["window/workDoneProgress/create", "client/registerCapability", "client/unregisterCapability"])
        {
            methods.OnRequest(agreed, Concurrency.Exclusive, _ => ValueTask.CompletedTask);
        }

        methods.OnRequest(
            "hotReload/runInTerminal",
            Concurrency.Concurrent,
            KitJson.Info<RunInTerminalParams>(),
            (RunInTerminalParams parameters, CancellationToken _) => options.RunInTerminal is { } run
                ? run(parameters)
                : throw new JsonRpcException(JsonRpcErrorCodes.MethodNotFound, "This editor has no terminal."));

        void On<T>(string method, Action<T> handler) => methods.OnNotification(method, KitJson.Info<T>(), handler);
    }

    void Take(StatusParams status)
    {
        lock (_gate)
        {
            if (status.State == SessionState.Error)
            {
                _sessionFailed.TrySetResult($"The session can't go on: {status.Message}");
            }
            else if (_sessionFailed.Task.IsCompleted)
            {
                _sessionFailed = NewFailure();
            }
        }

        Statuses.Add(status);
    }

    static TaskCompletionSource<string> NewFailure() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
