using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;

namespace HotReload.Lsp.Hosting;

/// <summary>Where the server is between <c>initialize</c> and <c>exit</c>, and which calls pass there.</summary>
internal sealed class ServerLifetime
{
    /// <summary>The exit code after an orderly shutdown.</summary>
    public const int OrderlyExit = 0;

    /// <summary>The exit code when the client went away without shutdown, or broke the protocol.</summary>
    public const int DisorderlyExit = 1;

    readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile Stage _stage;

    enum Stage
    {
        Created,
        Initialized,
        ShutDown,
    }

    /// <summary>Completes with the exit code when the server is to end.</summary>
    public Task<int> Exit => _exit.Task;

    public void Initialize() => _stage = Stage.Initialized;

    public void ShutDown() => _stage = Stage.ShutDown;

    /// <summary>The client asked for the end, or went away.</summary>
    public void End() => _exit.TrySetResult(_stage == Stage.ShutDown ? OrderlyExit : DisorderlyExit);

    /// <summary>Decides by LSP's rules which calls pass in which stage.</summary>
    public JsonRpcError? Admit(string method, JsonRpcCallKind kind) => (_stage, method) switch
    {
        (_, "exit") => null,
        (Stage.Created, "initialize") => null,
        (Stage.Created, _) => new(JsonRpcErrorCodes.ServerNotInitialized, $"'{method}' came before 'initialize'."),
        (Stage.Initialized, "initialize") => new(JsonRpcErrorCodes.InvalidRequest, "'initialize' came a second time."),
        (Stage.ShutDown, _) => new(JsonRpcErrorCodes.InvalidRequest, $"'{method}' came after 'shutdown'."),
        _ => null,
    };
}
