using HotReload.Core.Reload;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Support;
using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Hosting;

/// <summary>All that the server says to the client, in terms of the protocol.</summary>
internal sealed class Client(IJsonRpcPeer peer)
{
    static ProtocolJson Json => ProtocolJson.Default;

    /// <summary>The client's process; null where it has not said which it is.</summary>
    public ProcessIdentity? Process { get; set; }

    /// <summary>The newest of what it was told.</summary>
    public History History { get; } = new();

    /// <summary>Who it is, where it has said so.</summary>
    public ClientInfo? Info { get; set; }

    /// <summary>Whether the client shows progress.</summary>
    public bool ShowsProgress { get; set; }

    /// <summary>Whether the client shows documents, and pages in a browser.</summary>
    public bool ShowsDocuments { get; set; }

    /// <summary>Whether the client runs programs in a terminal of its own.</summary>
    public bool RunsInTerminal { get; set; }

    public void Status(StatusParams status) => Send(Methods.Status, status, Json.StatusParams);

    public void Result(ReloadResult result)
    {
        History.Results.Add(result);
        Send(Methods.Result, result, Json.ReloadResult);
    }

    public void Page(PageParams page) => Send(Methods.Page, page, Json.PageParams);

    public void Called(CalledParams called) => Send(Methods.Called, called, Json.CalledParams);

    public void Forecast(ForecastParams forecast) => Send(Methods.Forecast, forecast, Json.ForecastParams);

    public void Event(EventParams happened)
    {
        History.Events.Add(happened);
        Send(Methods.Event, happened, Json.EventParams);
    }

    public void Output(OutputParams output) => Send(Methods.Output, output, Json.OutputParams);

    public void Exception(ExceptionParams exception) => Send(Methods.Exception, exception, Json.ExceptionParams);

    public void Diagnostics(PublishDiagnosticsParams diagnostics) =>
        Send("textDocument/publishDiagnostics", diagnostics, Json.PublishDiagnosticsParams);

    public void Log(LogMessageParams message) => Send("window/logMessage", message, Json.LogMessageParams);

    public void Progress(ProgressParams progress) => Send("$/progress", progress, Json.ProgressParams);

    public Task CreateProgressAsync(string token, CancellationToken cancellationToken) => peer.RequestAsync(
        "window/workDoneProgress/create", new WorkDoneProgressCreateParams(token),
        Json.WorkDoneProgressCreateParams, JsonRpcRaw.Element, cancellationToken);

    public Task RegisterAsync(RegistrationParams registration, CancellationToken cancellationToken) => peer.RequestAsync(
        "client/registerCapability", registration, Json.RegistrationParams, JsonRpcRaw.Element, cancellationToken);

    public Task ShowDocumentAsync(ShowDocumentParams parameters, CancellationToken cancellationToken) => peer.RequestAsync(
        "window/showDocument", parameters, Json.ShowDocumentParams, JsonRpcRaw.Element, cancellationToken);

    public Task RunInTerminalAsync(RunInTerminalParams parameters, CancellationToken cancellationToken) => peer.RequestAsync(
        Methods.RunInTerminal, parameters, Json.RunInTerminalParams, JsonRpcRaw.Element, cancellationToken);

    // A notification only joins a queue; what is written after the connection's end is dropped there.
    void Send<T>(string method, T parameters, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info) =>
        peer.NotifyAsync(method, parameters, info, CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
