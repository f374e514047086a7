using HotReload.Agent.Calls;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Agent.Handlers;
using HotReload.Agent.Pages;
using HotReload.Agent.Return;
using HotReload.Agent.State;
using HotReload.Agent.State.Live;
using HotReload.Agent.State.Services;
using HotReload.Agent.Updates;

namespace HotReload.Agent.Start;

/// <summary>
/// Answers the server on a thread of its own until the connection is lost, and then the server that comes after it. Where none does, it
/// ends the process.
/// </summary>
sealed class RequestLoop(
    AgentSettings settings, ServerConnection connection, DeltaApplier applier, StateSession state, HostWatch hosts, AgentPages? pages)
{
    const int MethodNotFound = -32601;
    const int InternalError = -32603;

    readonly HandlerCatalog _handlers = new();
    readonly FaultWatch _faults = new(applier.HasChanged);
    readonly ThrowWatch _throws = new();
    readonly LiveState _live = new(hosts);

    /// <summary>Made when it is first needed: the start of a program does not wait for it.</summary>
    readonly Lazy<CallWatch> _calls = new(() => Watch(connection));

    /// <summary>The thread's body.</summary>
    public void Run()
    {
        try
        {
            _handlers.Watch();
            _faults.Faulted += error => connection.Write(FaultJson.Notification(error));
            _throws.Threw += thrown => connection.Write(ThrownJson.Notification(thrown));
            applier.Loaded += module => connection.Write(ModuleReloadJson.Notification(module));
            var server = ServerReturn.Prepare(settings, Describe);
            do
            {
                while (connection.Read() is { } message)
                {
                    Answer(message);
                }
            }
            while (Rejoin(server));
        }
        catch (AgentFormatException)
        {
            // The server broke the protocol: the same as if it were gone.
        }

        connection.Dispose();
        OwnerLoss.EndProcess();
    }

    bool Rejoin(ServerReturn? server)
    {
        connection.Lose();
        if (server?.Await() is not { } next)
        {
            return false;
        }

        connection.Follow(next);
        pages?.Rejoin();
        return true;
    }

    AgentRejoined Describe(byte[] proof, int away)
    {
        var (generation, modules) = applier.Describe();
        return new(proof, RuntimeCapabilities.Read(), generation, _faults.Fault, away, modules);
    }

    void Answer(byte[] utf8)
    {
        using var message = AgentMessage.Parse(utf8);
        if (message.Id is { } id)
        {
            connection.Write(Result(id, message));
            state.Check.Learn();
        }
        else if (pages?.Host is { } host)
        {
            Tell(host, message);
        }
    }

    static void Tell(IPageHost host, AgentMessage message)
    {
        switch (message.Method)
        {
            case AgentProtocol.PageSetup:
                host.SetUp(PageSetupJson.Read(message.Body));
                break;
            case AgentProtocol.PageState:
                host.Show(PageStateJson.Read(message.Body));
                break;
            default:
                // The server knows more than this agent: nothing that must be done.
                break;
        }
    }

    static CallWatch Watch(ServerConnection connection)
    {
        var calls = new CallWatch();
        calls.Called += call => connection.Write(CallJson.Notification(call));
        return calls;
    }

    byte[] Result(int id, AgentMessage message)
    {
        try
        {
            return message.Method switch
            {
                AgentProtocol.Apply => ApplyJson.Result(
                    id, new ReloadStep(
                        applier, _handlers, _faults, _throws, _calls.Value, _live, state.Check, pages, failure => connection.Write(HandlerFailureJson.Notification(failure)))
                        .Run(GenerationJson.Read(message.Body))),
                AgentProtocol.WarmUp => ApplyJson.Result(id, WarmUp.Run(GenerationJson.Read(message.Body), _handlers, _calls.Value, _live)),
                AgentProtocol.Capture => StateJson.Result(id, state.Capture(StateJson.ReadCapture(message.Body))),
                AgentProtocol.WatchState => StateJson.Result(id, state.Watch(StateJson.ReadCapture(message.Body))),
                AgentProtocol.Restore => StateJson.Result(id, state.Restore(StateJson.ReadRestore(message.Body))),
                AgentProtocol.PageAssets => PageAssetsJson.Result(id, pages?.Host?.ChangeAssets(PageAssetsJson.Read(message.Body)) ?? 0),
                _ => JsonRpcWriting.Error(id, MethodNotFound, "The agent knows no such method."),
            };
        }
        catch (Exception exception) when (exception is not AgentFormatException)
        {
            // On this thread it would end the user's program. The server is told instead.
            return JsonRpcWriting.Error(id, InternalError, exception.GetType().FullName + ": " + exception.Message);
        }
    }
}
