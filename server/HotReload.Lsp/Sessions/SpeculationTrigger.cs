using HotReload.Core.Buffers;
using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.Speculation;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// While the user types, has that compiled which the next reload is most likely made from: in mode <see cref="ReloadMode.Save"/> what a
/// save of the file would publish that was edited last, in all others everything.
/// </summary>
internal sealed class SpeculationTrigger : IDisposable
{
    /// <summary>Shorter than between two keys of a fast typist: in a burst nothing is compiled, in ordinary typing most is.</summary>
    static readonly TimeSpan s_quietTime = TimeSpan.FromMilliseconds(25);

    readonly SessionServices _services;
    readonly SessionStatus _status;
    readonly ProgramText _text;
    readonly Debounce _typing;
    volatile ISpeculativeRun? _run;
    volatile string? _edited;

    public SpeculationTrigger(SessionServices services, SessionStatus status, ProgramText text)
    {
        _services = services;
        _status = status;
        _text = text;
        _typing = new(Begin, services.Time);
    }

    /// <summary>A program runs that can take reloads.</summary>
    public void Connect(ISpeculativeRun run)
    {
        run.Ahead.Foreseen += Tell;
        run.Ahead.Freed += BeginSoon;
        _run = run;
        _ = BeginWarmAsync(run);
    }

    /// <summary>Until the next program runs there is nothing to compile for.</summary>
    public void Disconnect()
    {
        _typing.Cancel();
        _run = null;
    }

    /// <summary>A buffer changed on the user's screen.</summary>
    public void Typed(string path)
    {
        _edited = path;
        _run?.Ahead.Cancel();
        BeginSoon();
    }

    public void Dispose() => _typing.Dispose();

    void BeginSoon()
    {
        if (_services.Options.Speculate && _run is not null)
        {
            _typing.Call(s_quietTime);
        }
    }

    async Task BeginWarmAsync(ISpeculativeRun run)
    {
        await run.WarmUp;
        BeginSoon();
    }

    void Begin()
    {
        // A warm-up is not broken off for what nobody waits for; and what is published is the reload's business.
        if (_run is { WarmUp.IsCompleted: true, IsTrusted: true } run && _edited is { } path
            && !_status.Current.Paused && run.Concerns(path)
            && FindNext(path) is var (published, next) && !next.HasTextOf(published))
        {
            run.Ahead.Begin(next);
        }
    }

    (Snapshot Published, Snapshot Next)? FindNext(string path)
    {
        if (_services.Buffers.View(path) is not { Presence: BufferPresence.InStep, Live: { } text, Snapshot: var published })
        {
            return null;
        }

        // A manual reload brings what was rolled back, too; any other holds it.
        return _status.Current.Mode switch
        {
            ReloadMode.Save => (_text.Foresee(published), _text.Foresee(published.With(path, text))),
            ReloadMode.Type => (_text.Foresee(published), _text.Foresee(_services.Buffers.Everything)),
            _ => (_text.Foresee(published), _services.Buffers.Everything),
        };
    }

    void Tell(Forecast forecast) => _services.Client.Forecast(new(_status.Current.Session, forecast));
}
