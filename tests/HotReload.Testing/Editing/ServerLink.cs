using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Methods;

namespace HotReload.Testing.Editing;

/// <summary>A server and the line to it. One editor after the other may be at this end.</summary>
sealed class ServerLink : IAsyncDisposable
{
    volatile Heard _heard = new();

    ServerLink(EditorOptions options)
    {
        var methods = new JsonRpcMethods();
        Heard.Register(methods, options, () => _heard);
        Server = ServerProcess.Start(options.Server, options.Environment);
        Connection = new(Server.Output, Server.Input, methods);
        Ended = EndedAsync();
    }

    /// <summary>The server's process.</summary>
    public ServerProcess Server { get; }

    /// <summary>The line.</summary>
    public JsonRpcConnection Connection { get; }

    /// <summary>Completes, with a sentence, when the server is gone.</summary>
    public Task<string> Ended { get; }

    /// <summary>Says who hears what the server says from now on.</summary>
    public void Tell(Heard listener) => _heard = listener;

    /// <summary>Starts a server. Nothing of it is heard before somebody asks.</summary>
    public static ServerLink Start(EditorOptions options)
    {
        var link = new ServerLink(options);
        link.Connection.Start();
        return link;
    }

    /// <summary>Ends what is left of the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Connection.DisposeAsync();
    }

    async Task<string> EndedAsync()
    {
        await Connection.Completion;
        return await Server.EndAsync();
    }
}
