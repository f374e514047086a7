namespace HotReload.Testing.Editing;

/// <content>What an editor does when its server ends unexpectedly.</content>
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
        await Server.DisposeAsync();
        await _connection.DisposeAsync();
        var next = await LaunchAsync(_options, cancellationToken);
        foreach (var buffer in _buffers.Values)
        {
            await next.OpenAsync(buffer);
        }

        return next;
    }
}
