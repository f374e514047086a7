using HotReload.Lsp.Protocol;
using HotReload.Testing.Editing;
using HotReload.Testing.Probing;

namespace HotReload.Benchmarks.Tools;

/// <summary>This project's server, driven by an editor that saves.</summary>
public sealed class ThisServer(Workplace workplace) : IReloadTool
{
    readonly HashSet<string> _open = [];
    EditorClient? _editor;

    /// <inheritdoc/>
    public OutputText Output => Editor.Heard.Output;

    /// <inheritdoc/>
    public int ProcessId => Editor.Server.Id;

    EditorClient Editor => _editor ?? throw new InvalidOperationException("Not started.");

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _editor = await EditorClient.LaunchAsync(
            new EditorOptions(workplace.Root) { Initialization = new(Restart: RestartPolicy.Auto) }, cancellationToken);
        await _editor.StartAsync(
            new StartParams(Project: workplace.Project, LaunchProfile: "", Environment: workplace.Environment),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(string file, string text, CancellationToken cancellationToken)
    {
        if (_open.Add(file))
        {
            await Editor.OpenAsync(file);
        }

        await Editor.SetTextAsync(file, text);
        await Editor.SaveAsync(file);
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
