using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using HotReload.Core.Reload;
using HotReload.Core.Speculation;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Protocol;

namespace HotReload.Testing.Editing;

/// <content>What the editor asks for, and what it waits for.</content>
public sealed partial class EditorClient
{
    readonly ConcurrentDictionary<string, SessionInfo> _sessions = new();

    /// <summary>Starts a session; its program runs when this returns.</summary>
    public async Task<SessionInfo> StartAsync(StartParams? parameters = null, CancellationToken cancellationToken = default)
    {
        var session = await RequestAsync<StartParams, SessionInfo>("hotReload/start", parameters ?? new StartParams(), cancellationToken);
        _sessions.TryAdd(session.Id, session);
        return session;
    }

    /// <summary>Reloads all text sent so far, saved or not, and returns how that went.</summary>
    public Task<ReloadResult> ApplyAsync(CancellationToken cancellationToken = default) =>
        ReloadAsync("hotReload/apply", new SessionParams(), cancellationToken);

    /// <summary>Starts the program again and returns how that went.</summary>
    /// <param name="state">What becomes of the program's state.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ReloadResult> RestartAsync(RestartState state = RestartState.Keep, CancellationToken cancellationToken = default) =>
        ReloadAsync("hotReload/restart", new RestartParams(State: state), cancellationToken);

    /// <summary>Takes the last change back and returns how that went.</summary>
    /// <param name="state">What becomes of the program's state.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ReloadResult> RollBackAsync(RollbackState state = RollbackState.Keep, CancellationToken cancellationToken = default) =>
        ReloadAsync("hotReload/rollback", new RollbackParams(State: state), cancellationToken);

    /// <summary>What the program marks of its state, as it is now.</summary>
    public async Task<MarkedState> StateAsync(CancellationToken cancellationToken = default) =>
        MarkedState.Parse((await RequestAsync<SessionParams, StateDocument>("hotReload/state", new(), cancellationToken)).Json);

    /// <summary>Waits for what a changed member throws, from the first on.</summary>
    public async Task<ExceptionParams> ExceptionAsync(CancellationToken cancellationToken = default) =>
        (await WaitFor("an exception in a changed member", token => Heard.Exceptions.FirstAsync(0, _ => true, token), SessionEnded(), cancellationToken)).Entry;

    /// <summary>Whether the program runs the text of a document.</summary>
    public Task<DocumentStatus> DescribeAsync(string document, CancellationToken cancellationToken = default) =>
        RequestAsync<DocumentParams, DocumentStatus>("hotReload/document", new DocumentParams(UriOf(document)), cancellationToken);

    /// <summary>Ends the session and its program.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) =>
        RequestAsync<SessionParams, JsonElement>("hotReload/stop", new SessionParams(), cancellationToken);

    /// <summary>Keeps edits back.</summary>
    public Task PauseAsync(CancellationToken cancellationToken = default) =>
        RequestAsync<SessionParams, JsonElement>("hotReload/pause", new SessionParams(), cancellationToken);

    /// <summary>Lets edits through again.</summary>
    public Task ResumeAsync(CancellationToken cancellationToken = default) =>
        RequestAsync<SessionParams, JsonElement>("hotReload/resume", new SessionParams(), cancellationToken);

    /// <summary>Says when to reload from now on.</summary>
    public Task SetModeAsync(ReloadMode mode, CancellationToken cancellationToken = default) =>
        RequestAsync<SetModeParams, JsonElement>("hotReload/setMode", new SetModeParams(mode), cancellationToken);

    /// <summary>The sessions there are.</summary>
    public async Task<ImmutableArray<SessionInfo>> SessionsAsync(CancellationToken cancellationToken = default) =>
        (await RequestAsync<object, SessionList>("hotReload/sessions", new { }, cancellationToken)).Sessions;

    /// <summary>What the server has tried about faults.</summary>
    public async Task<ImmutableArray<RecoveryEntry>> RecoveriesAsync(CancellationToken cancellationToken = default) =>
        (await RequestAsync<object, RecoveryList>("hotReload/recoveries", new { }, cancellationToken)).Recoveries;

    /// <summary>Whether the program runs what the user sees of a document.</summary>
    public Task<DocumentStatus> DocumentAsync(string document, CancellationToken cancellationToken = default) =>
        RequestAsync<DocumentParams, DocumentStatus>("hotReload/document", new DocumentParams(UriOf(document)), cancellationToken);

    /// <summary>Waits until it is known what will come of the text of a document that is not saved yet.</summary>
    public async Task<Forecast> ForecastAsync(string document, CancellationToken cancellationToken = default)
    {
        var from = Heard.Forecasts.Count;
        while ((await DocumentAsync(document, cancellationToken)).Forecast is null)
        {
            from = (await WaitFor("a forecast", token => Heard.Forecasts.FirstAsync(from, _ => true, token), SessionEnded(), cancellationToken)).Index + 1;
        }

        return (await DocumentAsync(document, cancellationToken)).Forecast ?? throw new InvalidOperationException($"The forecast of {document} is gone.");
    }

    /// <summary>Writes to the program's standard input.</summary>
    public ValueTask InputAsync(string text) => NotifyAsync("hotReload/input", new InputParams(text));

    /// <summary>
    /// Passes over all results that have come so far: they are no answer to what follows. A file that is written while a session starts makes
    /// a reload of its own.
    /// </summary>
    public void PassOverResults() => _resultsTaken = Heard.Results.Count;

    /// <summary>
    /// The next result that no call has returned yet and that matches; those before it are skipped. Results of
    /// <see cref="ApplyAsync"/> and <see cref="RestartAsync"/> count as returned.
    /// </summary>
    public async Task<ReloadResult> NextResultAsync(
        Func<ReloadResult, bool>? matches = null, CancellationToken cancellationToken = default)
    {
        var (result, index) = await WaitFor(
            "a reload's result",
            token => Heard.Results.FirstAsync(
                _resultsTaken, result => result.Id > _lastResult && (matches is null || matches(result)), token),
            SessionEnded(),
            cancellationToken);
        _resultsTaken = index + 1;
        return result;
    }

    /// <summary>Waits until the session is in a state; returns at once if it is.</summary>
    public Task<StatusParams> StatusAsync(SessionState state, CancellationToken cancellationToken = default) =>
        StatusAsync(status => status.State == state, cancellationToken);

    /// <summary>Waits until the session's status matches; returns at once if it does.</summary>
    public async Task<StatusParams> StatusAsync(Func<StatusParams, bool> matches, CancellationToken cancellationToken = default)
    {
        var latest = Math.Max(0, Heard.Statuses.Count - 1);
        return (await WaitFor(
            "a status", token => Heard.Statuses.FirstAsync(latest, matches, token), ServerEnded, cancellationToken)).Entry;
    }

    /// <summary>Waits for a line of the program's output that contains a text and begins at or after a mark.</summary>
    /// <param name="text">What the line must contain.</param>
    /// <param name="from">An earlier <c>Heard.Output.Length</c>; 0 for all output.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<string> OutputContainingAsync(string text, int from = 0, CancellationToken cancellationToken = default) =>
        WaitFor(
            $"output with '{text}'",
            token => Heard.Output.LineAsync(from, line => line.Contains(text, StringComparison.Ordinal), token),
            SessionEnded(),
            cancellationToken);

    /// <summary>Waits until what the server has said last of a document matches: by default, until there is something.</summary>
    public async Task<ImmutableArray<PublishedDiagnostic>> DiagnosticsAsync(
        string document, Func<ImmutableArray<PublishedDiagnostic>, bool>? matches = null, CancellationToken cancellationToken = default)
    {
        var uri = UriOf(document);
        matches ??= diagnostics => !diagnostics.IsEmpty;
        var all = Heard.Diagnostics.All();
        var latest = all.Count - 1;
        while (latest > 0 && all[latest].Uri != uri)
        {
            latest--;
        }

        return (await WaitFor(
            $"diagnostics of {document}",
            token => Heard.Diagnostics.FirstAsync(
                Math.Max(latest, 0), published => published.Uri == uri && matches(published.Diagnostics), token),
            ServerEnded,
            cancellationToken)).Entry.Diagnostics;
    }

    /// <summary>Waits until the program has called the new code of a member that a reload changed.</summary>
    /// <param name="result">The reload's result.</param>
    /// <param name="member">The member's name, as there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CalledParams> CalledAsync(ReloadResult result, string member, CancellationToken cancellationToken = default) =>
        (await WaitFor(
            $"a call of {member}",
            token => Heard.Calls.FirstAsync(
                0, called => called.Reload == result.Id && called.Members.Any(item => item.Name == member), token),
            SessionEnded(),
            cancellationToken)).Entry;

    /// <summary>Waits for an event of a kind, from the first on.</summary>
    public Task<EventParams> EventAsync(string kind, CancellationToken cancellationToken = default) => EventAsync(kind, _ => true, cancellationToken);

    /// <summary>Waits for an event of a kind that fits, from the first on.</summary>
    public async Task<EventParams> EventAsync(string kind, Func<EventParams, bool> fits, CancellationToken cancellationToken = default) =>
        (await WaitFor(
            $"an event '{kind}'",
            token => Heard.Events.FirstAsync(0, occurred => occurred.Kind == kind && fits(occurred), token),
            ServerEnded,
            cancellationToken)).Entry;

    /// <summary>What happened so far, for the message of a failed test.</summary>
    public string Log()
    {
        var log = new StringBuilder();
        Section("server's standard error", Server.Errors.All());
        Section("server's log", Heard.Log.All().Select(entry => entry.Message));
        Section("statuses", Heard.Statuses.All().Select(status => $"{status.State} {status.Message}"));
        Section("events", Heard.Events.All().Select(occurred => $"{occurred.Time} {occurred.Kind} {occurred.Message}"));
        Section("results", Heard.Results.All().Select(KitJson.Write));
        Section("program's output", Heard.Output.ToString().Split('\n'));
        return log.ToString();

        void Section(string title, IEnumerable<string> lines)
        {
            log.Append("--- ").Append(title).Append('\n');
            foreach (var line in lines.TakeLast(40))
            {
                log.Append(line).Append('\n');
            }
        }
    }

    async Task<ReloadResult> ReloadAsync<TParams>(string method, TParams parameters, CancellationToken cancellationToken)
    {
        var result = await RequestAsync<TParams, ReloadResult>(method, parameters, cancellationToken);
        _lastResult = Math.Max(_lastResult, result.Id);
        return result;
    }

    Task<string> SessionEnded()
    {
        var failed = Heard.SessionFailed;
        return Task.WhenAny(ServerEnded, failed).Unwrap();
    }
}
