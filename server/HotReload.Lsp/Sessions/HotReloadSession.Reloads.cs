using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Sessions;

/// <summary>What makes reloads, and the reloads that are asked for by hand.</summary>
internal sealed partial class HotReloadSession
{
    public void SetPaused(PauseState pause) => _triggers.SetPaused(pause);

    public void SetMode(ReloadMode mode) => _triggers.SetMode(mode);

    /// <summary>A buffer changed on the user's screen.</summary>
    public void Typed(string path) => _triggers.Typed(path);

    /// <summary>The text that reloads are made from has changed. Files that are no part of the program make no reload.</summary>
    public void Published(ReloadCause cause, IReadOnlyCollection<string> paths)
    {
        if (_runs.Concern(paths))
        {
            _triggers.Published(cause);
            _restarts.Published();
            StartWithText();
        }
    }

    /// <summary>A buffer was saved, whether that was news for reloads or not.</summary>
    public void Saved() => _restarts.Saved();

    /// <summary>Something happened on disk to a file that may say how the program is built.</summary>
    public void ProjectChanged(string path)
    {
        _content.Take(_runs.Current, path);
        _projects.Touch(path);
    }

    /// <summary>Reloads everything that the editor has, saved or not.</summary>
    public async Task<ReloadResult> ApplyAsync(CancellationToken cancellationToken)
    {
        // The text is taken before the first await: an edit that comes after this request is not part of it.
        _services.Buffers.PublishAll();
        return await ReloadAsync(ReloadCause.Manual, cancellationToken);
    }

    /// <summary>The method that would bring objects to the shape which the last reload gave their type; null where nothing of it is at this place.</summary>
    public async Task<CodeAction?> FindMigrationAsync(string path, TextRange range, CancellationToken cancellationToken)
    {
        var buffer = _services.Buffers.View(path);
        if (_runs.Current is not { } run || _reports.Last is not { } last || (buffer.Live ?? buffer.Snapshot.Texts.GetValueOrDefault(path)) is not { } text
            || !last.Diagnostics.Any(item => item.Code == NewFieldHint.Code))
        {
            return null;
        }

        return MigrationFix.Find(last, path, range, text, await run.FindTypeAsync(path, "MigrateStateAttribute", cancellationToken));
    }

    public async ValueTask WriteInputAsync(string text, CancellationToken cancellationToken)
    {
        foreach (var program in _runs.Current?.Programs.Running ?? [])
        {
            await program.WriteInputAsync(text, cancellationToken);
        }
    }

    async Task<ReloadResult> ReloadAsync(ReloadCause cause, CancellationToken cancellationToken)
    {
        Task<ReloadResult> result;

        // While the program is started or restarted there is nothing to reload; the wait ends when it runs.
        using (await _gate.EnterAsync(cancellationToken))
        {
            result = (_runs.Current ?? throw RequestFailure.Of(ErrorCodes.NotStarted, $"The program does not run: {_status.Current.Message} Restart it."))
                .Scheduler.RequestAsync(cause);
        }

        return await result.WaitAsync(cancellationToken);
    }
}
