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

    /// <param name="methods">What the server can tell and ask.</param>
    /// <param name="options">Answers what it asks.</param>
    /// <param name="listener">Who hears it now: one editor after the other may sit at the same server.</param>
    internal static void Register(JsonRpcMethods methods, EditorOptions options, Func<Heard> listener)
    {
        On<ReloadResult>("hotReload/result", (heard, result) => heard.Results.Add(result));
        On<StatusParams>("hotReload/status", (heard, status) => heard.Take(status));
        On<CalledParams>("hotReload/called", (heard, called) => heard.Calls.Add(called));
        On<ForecastParams>("hotReload/forecast", (heard, forecast) => heard.Forecasts.Add(forecast));
        On<EventParams>("hotReload/event", (heard, occurred) => heard.Events.Add(occurred));
        On<ExceptionParams>("hotReload/exception", (heard, exception) => heard.Exceptions.Add(exception));
        On<OutputParams>("hotReload/output", (heard, output) => heard.Output.Append(output.Text));
        On<PublishedDiagnostics>("textDocument/publishDiagnostics", (heard, published) => heard.Diagnostics.Add(published));
        On<LogMessage>("window/logMessage", (heard, message) => heard.Log.Add(message));
        On<LogMessage>("window/showMessage", (heard, message) => heard.Log.Add(message));
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

        void On<T>(string method, Action<Heard, T> handler) =>
            methods.OnNotification(method, KitJson.Info<T>(), (T told) => handler(listener(), told));
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
