using System.Collections.Immutable;
using System.Threading.Channels;
using HotReload.Core.Ports;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Engine.Baselines;
using HotReload.Lsp.Hosting;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// Keeps, beside the session and never in its way, what the next server needs to go on with it. Whoever tells it something goes on at once;
/// one after the other it is written by a task of its own.
/// </summary>
/// <remarks>
/// A generation alone is written by whoever tells of it, unless something else is being written: a task of its own may come to its turn
/// after the program has taken it, and what is in the program and not in the journal costs a restart after a crash of the server.
/// </remarks>
internal sealed class SessionJournal : IGenerationJournal, IAsyncDisposable
{
    /// <summary>What a run's journal is called while there is no program that somebody could go on with.</summary>
    const string Unfinished = "run.new";

    readonly SessionHome? _home;
    readonly ProgramText _text;
    readonly ServerLog _log;
    readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    readonly Lock _turn = new();
    readonly Task _writing;
    int _waiting;
    JournalFile? _file;
    SessionRecord? _record;
    bool _hasProgram;

    /// <param name="home">The session's folder; null where nothing can be kept. Owned from now on.</param>
    /// <param name="text">Knows what is rolled back.</param>
    /// <param name="log">Is told where the disk does not take it.</param>
    public SessionJournal(SessionHome? home, ProgramText text, ServerLog log)
    {
        (_home, _text, _log) = (home, text, log);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Where programs leave and find what is needed to go on; null where nothing can be kept.</summary>
    public string? Folder => _home?.FolderPath;

    /// <summary>How the session is started, or when it reloads, has changed.</summary>
    public void Keep(SessionRecord record) => Post(() =>
    {
        _record = record;
        WriteRecord();
    });

    /// <summary>The program has ended by itself: there is nothing to go on with.</summary>
    public void Forget() => Post(() =>
    {
        _hasProgram = false;
        _home?.Forget();
        _file?.Rename(Unfinished);
    });

    /// <summary>A run begins. Until its program is known, the one before is what there is.</summary>
    /// <param name="sdk">The SDK's version.</param>
    /// <param name="baseline">Describes what it is started from.</param>
    public void Begin(string sdk, Func<ProgramBaseline> baseline) => Post(() =>
    {
        if (_home is not null)
        {
            _file?.Dispose();
            _file = JournalFile.Create(Path.Combine(_home.FolderPath, Unfinished));
            var described = baseline();
            _file.Add(sdk, described);
            JournalFile.WarmUp(described);
        }
    });

    /// <summary>Goes on with a run of a server that has ended.</summary>
    public void Continue(LostRun run) => Post(() =>
    {
        _file?.Dispose();
        _file = JournalFile.Continue(run);
        _hasProgram = true;
    });

    /// <summary>The run's program runs.</summary>
    /// <param name="program">The program.</param>
    /// <param name="generations">What it was started with, and has got since.</param>
    public void Add(ProgramTicket program, Func<ImmutableArray<Generation>> generations) => Post(() =>
    {
        _file?.Add(program, ProgramTicket.JournalName(program.Process.Id), generations);
        _hasProgram = true;
        WriteRecord();
        DropOthers(program.Process.Id);
    });

    /// <inheritdoc/>
    public void Add(Generation generation, ImmutableArray<ChangedText> texts)
    {
        var held = _text.Held;
        var write = () => _file?.Add(generation, texts, held);
        if (!_turn.TryEnter())
        {
            Post(write);
            return;
        }

        try
        {
            if (Volatile.Read(ref _waiting) == 0)
            {
                Try(write);
            }
            else
            {
                Post(write);
            }
        }
        finally
        {
            _turn.Exit();
        }
    }

    /// <summary>The session is over: nothing of it is left. Returns when that is so.</summary>
    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _writing;
        _file?.Dispose();
        _home?.Dispose();
    }

    void Post(Action work)
    {
        Interlocked.Increment(ref _waiting);
        _work.Writer.TryWrite(work);
    }

    async Task WriteAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            lock (_turn)
            {
                Try(work);
                Interlocked.Decrement(ref _waiting);
            }
        }
    }

    void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _log.Warning($"Should the server be killed, this session's program is started again: {exception.Message}");
            GiveUp();
        }
    }

    /// <summary>A journal with a gap is worse than none.</summary>
    void GiveUp()
    {
        try
        {
            _file?.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays behind, short of what could not be written, and the next server finds that the program has more.
        }

        _file = null;
    }

    void WriteRecord()
    {
        if (_record is not null && _hasProgram)
        {
            _home?.Write(_record);
        }
    }

    void DropOthers(int processId)
    {
        foreach (var journal in _home?.Journals ?? [])
        {
            if (SessionHome.ProcessOf(journal) != processId)
            {
                File.Delete(journal);
            }
        }
    }
}
