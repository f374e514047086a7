using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Probing;
using Files = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace HotReload.Conformance.LongRuns;

/// <summary>What happens in a working day, good and bad. Each deed says what is wrong, or nothing.</summary>
sealed class Deeds
{
    /// <summary>How many files a branch differs in.</summary>
    const int BranchFiles = 40;

    /// <summary>How far back an undo goes.</summary>
    const int Memory = 12;

    readonly Player _player;
    readonly ValidTexts _texts;
    readonly Random _random;
    readonly GitBranches _branches;
    readonly CancellationToken _cancellationToken;
    readonly List<Files> _history = [];
    readonly ImmutableArray<Deed> _all;

    public Deeds(Player player, ValidTexts texts, Random random, GitBranches branches, CancellationToken cancellationToken)
    {
        (_player, _texts, _random, _branches, _cancellationToken) = (player, texts, random, branches, cancellationToken);
        _all =
        [
            new("edit", 30, 1, EditAsync),
            new("edit of two files", 8, 2, EditTwoAsync),
            new("edit, key by key", 6, 1, TypeAsync),
            new("error and its mending", 10, 2, BreakAsync),
            new("undo", 6, 1, UndoAsync),
            new("write from outside", 6, 1, WriteOutsideAsync),
            new("new file", 4, 1, AddAsync),
            new("deleted file", 3, 1, DeleteAsync),
            new("renamed file", 3, 1, RenameAsync),
            new("branch switch", 2, 1, SwitchBranchAsync),
            new("rollback", 2, 1, RollBackAsync),
            new("restart by hand", 1, 0, () => _player.RestartAsync(RestartState.Keep)),
            new("fault: buffer out of step", 2, 0, LoseStepAsync),
            new("fault: program paused during a save", 2, 1, PauseAsync),
            new("fault: program killed", 2, 0, KillProgramAsync),
            new("fault: program killed during an apply", 2, 1, KillDuringApplyAsync),
            new("fault: page killed", 2, 1, KillPageAsync),
            new("fault: server killed", 1, 0, KillServerAsync),
        ];
    }

    /// <summary>One that chance picks.</summary>
    public Deed Pick()
    {
        var at = _random.Next(_all.Sum(deed => deed.Weight));
        return _all.First(deed => (at -= deed.Weight) < 0);
    }

    /// <summary>The files are as they are, and answer.</summary>
    public void Remember()
    {
        _history.Add(_player.Files);
        if (_history.Count > Memory)
        {
            _history.RemoveAt(0);
        }
    }

    async Task<string?> EditAsync()
    {
        var (path, text) = _texts.Edit(_player.Files);
        await _player.SaveAsync(path, text);
        return null;
    }

    async Task<string?> EditTwoAsync()
    {
        var (first, firstText) = _texts.Edit(_player.Files);
        var (second, secondText) = _texts.Edit(_player.Files.SetItem(first, firstText));
        await _player.SaveAsync(first, firstText);
        await _player.SaveAsync(second, secondText);
        return null;
    }

    async Task<string?> TypeAsync()
    {
        var (path, text) = _texts.Edit(_player.Files);
        await _player.TypeAsync(path, _player.Files[path]);
        await _player.Editor.AppendAsync(path, "// typed, and then not wanted");
        await _player.SaveAsync(path, text);
        return null;
    }

    async Task<string?> BreakAsync()
    {
        var (path, text) = _texts.Edit(_player.Files);
        var from = _player.Editor.Heard.Results.Count;
        await _player.SaveAsync(path, _texts.Break(text));
        var held = await _player.SeesAsync(from, result => result.Outcome == ReloadOutcome.Held);
        await _player.SaveAsync(path, text);
        return held ? null : $"Errors in {path} were not told.";
    }

    async Task<string?> UndoAsync()
    {
        foreach (var before in _history)
        {
            foreach (var (path, text) in before.Where(file => RealCodeBase.IsOpenToEdits(file.Key) && _player.Files.TryGetValue(file.Key, out var now) && now != file.Value))
            {
                if (_texts.Compiles(_player.Files.SetItem(path, text)))
                {
                    await _player.SaveAsync(path, text);
                    return null;
                }
            }
        }

        return await EditAsync();
    }

    Task<string?> WriteOutsideAsync()
    {
        var (path, text) = _texts.Edit(_player.Files);
        return _player.ChangeOutsideAsync(_player.Files.SetItem(path, text), () => File.WriteAllTextAsync(PathTo(path), text));
    }

    Task<string?> AddAsync()
    {
        var (path, text) = _texts.Add(_player.Files);
        return _player.ChangeOutsideAsync(_player.Files.SetItem(path, text), () => File.WriteAllTextAsync(PathTo(path), text));
    }

    Task<string?> DeleteAsync() => Added() is { } path && _texts.Compiles(_player.Files.Remove(path))
        ? _player.ChangeOutsideAsync(_player.Files.Remove(path), () =>
        {
            File.Delete(PathTo(path));
            return Task.CompletedTask;
        })
        : AddAsync();

    Task<string?> RenameAsync()
    {
        if (Added() is not { } path)
        {
            return AddAsync();
        }

        var target = path.Replace("Added", "AddedAndMoved", StringComparison.Ordinal);
        return _player.ChangeOutsideAsync(_player.Files.Remove(path).SetItem(target, _player.Files[path]), () =>
        {
            File.Move(PathTo(path), PathTo(target));
            return Task.CompletedTask;
        });
    }

    async Task<string?> SwitchBranchAsync()
    {
        var after = _player.Files;
        for (var edit = 0; edit < 3; edit++)
        {
            var (path, text) = _texts.Edit(after);
            after = after.SetItem(path, text);
        }

        foreach (var path in after.Keys.Where(RealCodeBase.IsOpenToEdits).OrderBy(_ => _random.Next()).Take(BranchFiles).ToList())
        {
            after = after.SetItem(path, after[path] + $"\n// Of branch {_random.Next(1000)}.\n");
        }

        var branch = await _branches.CreateAsync(_player.Files, after);
        return await _player.ChangeOutsideAsync(after, () => _branches.CheckOutAsync(branch));
    }

    async Task<string?> RollBackAsync()
    {
        await EditAsync();
        try
        {
            await _player.Editor.RollBackAsync(cancellationToken: _cancellationToken);
        }
        catch (JsonRpcRemoteException exception) when (exception.Error.Message.Contains("no change to roll back", StringComparison.Ordinal))
        {
            // The edit had no meaning.
        }

        return null;
    }

    async Task<string?> LoseStepAsync()
    {
        var path = _player.Files.Keys.First(RealCodeBase.IsOpenToEdits);
        await _player.TypeAsync(path, _player.Files[path]);
        var buffer = _player.Editor.Buffer(path);
        await _player.Editor.NotifyAsync("textDocument/didChange", new
        {
            textDocument = new { uri = buffer.Uri, version = buffer.Version + 1 },
            contentChanges = new[] { new { range = new { start = new { line = 9, character = 0 }, end = new { line = 2, character = 0 } }, text = "" } },
        });
        await _player.Editor.SetTextAsync(path, buffer.Text);
        await _player.Editor.SetTextAsync(path, buffer.Text);
        return null;
    }

    async Task<string?> PauseAsync()
    {
        var program = _player.Program;
        ProcessSignal.Pause(program);
        try
        {
            await EditAsync();
            await _player.Editor.SessionsAsync(_cancellationToken);
        }
        finally
        {
            ProcessSignal.Continue(program);
        }

        return null;
    }

    async Task<string?> KillProgramAsync()
    {
        var program = _player.Program;
        ProcessSignal.Kill(program);
        await _player.Editor.StatusAsync(status => !status.Processes.Contains(program), _cancellationToken);
        return null;
    }

    async Task<string?> KillDuringApplyAsync()
    {
        var program = _player.Program;
        await EditAsync();
        ProcessSignal.Kill(program);
        await _player.Editor.StatusAsync(status => !status.Processes.Contains(program), _cancellationToken);
        return null;
    }

    async Task<string?> KillPageAsync()
    {
        using (var page = await OpenPage.ConnectAsync(_player.Page, _cancellationToken))
        {
            await EditAsync();
            page.Kill();
        }

        using var next = await OpenPage.ConnectAsync(_player.Page, _cancellationToken);
        return await next.IsGreetedAsync(_cancellationToken) ? null : "A page was not let in after another one had been killed.";
    }

    async Task<string?> KillServerAsync()
    {
        await _player.KillServerAsync(_cancellationToken);
        return null;
    }

    string? Added()
    {
        var all = _player.Files.Keys.Where(path => path.StartsWith("Host/Added", StringComparison.Ordinal)).ToList();
        return all.Count == 0 ? null : all[_random.Next(all.Count)];
    }

    string PathTo(string path) => Path.Combine(_player.Root, path);
}
