using System.Collections.Immutable;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Editing;
using HotReload.Testing.Probing;

namespace HotReload.Benchmarks.Tools;

/// <summary>This project's server, driven by an editor that saves.</summary>
/// <param name="workplace">Where it works.</param>
/// <param name="cache">The folder for what it keeps from one start to the next.</param>
public sealed class ThisServer(Workplace workplace, string cache) : IReloadTool
{
    readonly HashSet<string> _open = [];
    EditorClient? _editor;

    /// <inheritdoc/>
    public OutputText Output => Editor.Heard.Output;

    /// <inheritdoc/>
    public int ProcessId => Editor.Server.Id;

    /// <summary>The editor, for what only ours can do.</summary>
    public EditorClient Editor => _editor ?? throw new InvalidOperationException("Not started.");

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await LaunchAsync(cancellationToken);
        await Editor.Heard.Log.FirstAsync(0, message => message.Message.EndsWith(" is ready to be started.", StringComparison.Ordinal), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_editor is null)
        {
            await LaunchAsync(cancellationToken);
        }

        await Editor.StartAsync(
            new StartParams(Project: workplace.Project, LaunchProfile: "", Environment: workplace.Environment),
            cancellationToken);
    }

    async Task LaunchAsync(CancellationToken cancellationToken) => _editor = await EditorClient.LaunchAsync(
        new EditorOptions(workplace.Root)
        {
            Initialization = new(Restart: RestartPolicy.Auto),
            Environment = ImmutableDictionary<string, string>.Empty.Add("XDG_CACHE_HOME", cache),
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task ChangeAsync(string file, string text, CancellationToken cancellationToken)
    {
        if (!_open.Add(file))
        {
            await Editor.SetTextAsync(file, text);
        }
        else if (File.Exists(workplace.PathTo(file)))
        {
            await Editor.OpenAsync(file);
            await Editor.SetTextAsync(file, text);
        }
        else
        {
            await Editor.OpenAsync(file, text);
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(string file, CancellationToken cancellationToken) => Editor.SaveAsync(file);

    /// <summary>Closes a file, so that from then on the disk counts.</summary>
    public async Task CloseAsync(string file)
    {
        if (_open.Remove(file))
        {
            await Editor.CloseAsync(file);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_editor is not null)
        {
            await _editor.DisposeAsync();
        }
    }
}
