using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;
using HotReload.Lsp.Reporting;
using HotReload.Web.Assets;

namespace HotReload.Lsp.Sessions;

/// <summary>The open pages of a session's programs, across restarts: what they are told, and what they tell.</summary>
internal sealed class SessionPages
{
    const int TokenBytes = 24;

    readonly string _session;
    readonly SessionServices _services;
    readonly SessionStatus _status;
    readonly PageEditor _editor;
    readonly PageVisits _visits;
    readonly Lock _gate = new();
    readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
    ImmutableArray<ReloadDiagnostic> _problems = [];
    ImmutableArray<IProgramPages> _programs = [];
    volatile ProgramAssets? _assets;
    PageState? _shown;

    public SessionPages(string session, SessionServices services, SessionStatus status)
    {
        (_session, _services, _status) = (session, services, status);
        _editor = new(services.Client, services.Log);
        _visits = new(session, services.Events, services.Recoveries, services.Time);
        status.Changed += now =>
        {
            if (now.State == SessionState.Restarting)
            {
                _visits.Restart();
            }

            Show();
        };
    }

    /// <summary>A program is about to be started that serves these files.</summary>
    public void Use(ProgramAssets assets)
    {
        _visits.Restart();
        lock (_gate)
        {
            _programs = [];
            _assets = assets;
        }
    }

    /// <summary>A reload has ended: pages show the errors that hold text back. To be called before the status says so.</summary>
    public void Completed(ReloadResult result)
    {
        _problems = result.Outcome == ReloadOutcome.Held
            ? [.. result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error)]
            : [];
    }

    /// <summary>Says what pages are to be like, by the settings.</summary>
    public void SetUp()
    {
        foreach (var program in _programs)
        {
            program.SetUp(Setup);
        }
    }

    /// <summary>A program tells something of its pages.</summary>
    public void Take(IProgramPages program, PageNotice notice)
    {
        switch (notice.Kind)
        {
            case PageNoticeKind.Ready:
                Begin(program);
                break;
            case PageNoticeKind.Connected:
                _ = _visits.CameAsync(notice.Page, notice.Path);
                break;
            case PageNoticeKind.Left:
                _visits.Left(notice.Page, notice.Path);
                break;
            case PageNoticeKind.Report when Enum.TryParse<PageAction>(notice.Action, ignoreCase: true, out var action):
                _services.Client.Page(new(
                    _session, _status.Current.LastReload, notice.Page, notice.Path, action, notice.Nodes, Math.Round(notice.Milliseconds, 1), notice.Message));
                break;
            case PageNoticeKind.Open:
                _editor.Open(notice, _problems);
                break;
            case PageNoticeKind.Warning:
                _services.Events.Publish(_session, EventKinds.Warning, "", notice.Message);
                break;
            default:
                break;
        }
    }

    PageSetup Setup
    {
        get
        {
            var browser = _services.Options.Browser;
            return new(_token, browser.Hosts ?? [], browser.Overlay ?? true, browser.Morph ?? true, browser.Indicator ?? true);
        }
    }

    void Begin(IProgramPages program)
    {
        lock (_gate)
        {
            _programs = _programs.Add(program);
        }

        program.SetUp(Setup);
        program.Show(State(_status.Current));

        // What it serves is what the disk has; the editor may have other text.
        if (_assets?.All(_services.Buffers.Snapshot) is { IsEmpty: false } files)
        {
            _ = program.ChangeAsync(files.RemoveAll(file => file.Text is null), CancellationToken.None);
        }
    }

    void Show()
    {
        ImmutableArray<IProgramPages> programs;
        var state = State(_status.Current);
        lock (_gate)
        {
            if (state == _shown)
            {
                return;
            }

            _shown = state;
            programs = _programs;
        }

        foreach (var program in programs)
        {
            program.Show(state);
        }
    }

    PageState State(StatusParams status) => new(JsonNamingPolicy.CamelCase.ConvertName(status.State.ToString()), status.Message, _problems);
}
