using System.Text.Json;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Probing;
using HotReload.Testing.Protocol;
using HotReload.Testing.Waiting;

namespace HotReload.Testing.Editing;

/// <content>What an editor does when its server ends unexpectedly, or is left to another editor.</content>
public sealed partial class EditorClient
{
    /// <summary>Kills the server. What is typed from now on, only the editor knows.</summary>
    public async Task KillServerAsync()
    {
        Server.Kill();
        await ServerEnded;
    }

    /// <summary>Starts another server in the place of one that has ended, and tells it of all open documents.</summary>
    /// <returns>The editor with that server; this one is of no further use.</returns>
    public async Task<EditorClient> StartNextServerAsync(CancellationToken cancellationToken = default)
    {
        await ServerEnded.WaitAsync(cancellationToken);
        await _link.DisposeAsync();
        var next = await LaunchAsync(_options, cancellationToken);
        foreach (var buffer in _buffers.Values)
        {
            await next.OpenAsync(buffer);
        }

        return next;
    }

    /// <summary>
    /// Makes of the server one that has just been greeted: no session, no program, no open document. The editor is of no further use then.
    /// </summary>
    /// <returns>Whether the server can be left to another editor; one that has had trouble can't, and must be ended.</returns>
    /// <exception cref="BadEndException">A process of a session is left, or the log tells a secret.</exception>
    internal async Task<bool> LeaveAsync()
    {
        if (ServerEnded.IsCompleted || Heard.SessionFailed.IsCompleted || !await TryCloseAsync())
        {
            return false;
        }

        if (await new MarkedProcesses(Server.Mark).OrphansAsync(s_grace, [Server.Id]) is { Count: > 0 } orphans)
        {
            throw new BadEndException($"These processes have outlived their session:\n{string.Join('\n', orphans)}");
        }

        CheckLog();
        return !ServerEnded.IsCompleted && Heard.Log.All().All(message => message.Type != LogMessage.Error);
    }

    /// <summary>Another editor at this one's server, which this one has left.</summary>
    /// <param name="options">Its folder, and what it says to the server; all else is as it was when the server was started.</param>
    internal async Task<EditorClient> FollowAsync(EditorOptions options)
    {
        var next = new EditorClient(options, _link) { Capabilities = Capabilities };
        await next.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { hotReload = options.Initialization } });
        await next.NotifyAsync(
            "workspace/didChangeWorkspaceFolders",
            new { @event = new { removed = new[] { WorkspaceFolder }, added = new[] { next.WorkspaceFolder } } });
        return next;
    }

    /// <summary>Ends all sessions, then closes all documents: nobody reloads what was not saved.</summary>
    async Task<bool> TryCloseAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            foreach (var session in await SessionsAsync(patience.Token))
            {
                await RequestAsync<SessionParams, JsonElement>("hotReload/stop", new SessionParams(session.Id), patience.Token);
            }

            // They stay known here: the log is searched for their text.
            foreach (var uri in _buffers.Keys)
            {
                await NotifyAsync("textDocument/didClose", new { textDocument = new { uri } });
            }

            return (await SessionsAsync(patience.Token)).IsEmpty;
        }
        catch (Exception exception) when (exception is HopelessWaitException or JsonRpcRemoteException or OperationCanceledException)
        {
            return false;
        }
    }
}
