using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HotReload.Lsp.Hosting;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Recovery;

namespace HotReload.Lsp.Support;

/// <summary>
/// One file with what a report of a bug needs, and nothing that is the user's own: it is made from what has no secrets and no sources in it,
/// and what names the user is masked.
/// </summary>
internal sealed class DiagnosticsArchive(History history, Recoveries recoveries, ServerLog log, ServerOptions options, Masking masking)
{
    const string ReadMe = """
        What the hot reload server knows of its last hours, for a report of a bug.

        about.json       versions of the server, the runtime, the system and the editor
        settings.json    the settings of hot reload, and no others
        sessions.json    the programs that run
        timeline.json    the last reloads: outcomes, times, sizes, counts, codes and places of diagnostics
        recoveries.json  what was tried about faults by itself, and what came of it
        events.json      what happened when
        phases.json      how long the phases of reloads took
        log.txt          the end of the server's log

        Not in it: sources, compilers' messages and names of members (they quote sources), what programs wrote, values of the environment,
        arguments, secrets. The home folder is "~", the user "<user>", the machine "<machine>".

        """;

    /// <summary>Events whose message is this server's own, with nothing of the program's or the compiler's in it.</summary>
    static readonly ImmutableHashSet<string> s_ownMessages =
    [
        EventKinds.SessionStarted, EventKinds.SessionStopped, EventKinds.BuildStarted, EventKinds.BuildFinished, EventKinds.ProgramStarted,
        EventKinds.ProgramExited, EventKinds.ReloadStarted, EventKinds.ReloadSuperseded, EventKinds.BufferOutOfStep, EventKinds.WatchFallback,
        EventKinds.SnapshotTaken, EventKinds.SnapshotRestored, EventKinds.PageConnected, EventKinds.PageLeft,
    ];

    /// <summary>Writes the file, which must not be there yet; the user alone can read it.</summary>
    /// <returns>The names of what is in it.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    public async Task<ImmutableArray<string>> WriteAsync(string path, AboutServer about, ImmutableArray<SessionInfo> sessions, CancellationToken cancellationToken)
    {
        var (json, results) = (SupportJson.Default, history.Results.Items);
        var entries = ImmutableArray.Create(
            ("README.txt", ReadMe),
            ("about.json", Write(about, json.AboutServer)),
            ("settings.json", Write(options.Given, json.InitializationOptions)),
            ("sessions.json", Write([.. sessions.Select(WithoutMessage)], json.ImmutableArraySessionInfo)),
            ("timeline.json", Write([.. results.Select(TimelineEntry.Of)], json.ImmutableArrayTimelineEntry)),
            ("recoveries.json", Write([.. recoveries.List.Recoveries.Select(WithoutWords)], json.ImmutableArrayRecoveryEntry)),
            ("events.json", Write([.. history.Events.Items.Select(WithOwnMessage)], json.ImmutableArrayEventParams)),
            ("phases.json", Write(PhaseStatistics.Of(results), json.ImmutableArrayPhaseStatistics)),
            ("log.txt", string.Join('\n', log.Recent)));
        await using var zip = new ZipArchive(Create(path), ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            await using var entry = new StreamWriter(await zip.CreateEntry(name).OpenAsync(cancellationToken));
            await entry.WriteAsync(masking.Mask(text).AsMemory(), cancellationToken);
        }

        return [.. entries.Select(entry => entry.Item1)];
    }

    static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    static string Write<T>(T value, JsonTypeInfo<T> info) => JsonSerializer.Serialize(value, info);

    /// <summary>A message may be of the compiler, or of the program.</summary>
    static SessionInfo WithoutMessage(SessionInfo session) => session with { Message = "" };

    /// <summary>A message may end with what the program wrote, and an address is the program's own.</summary>
    static RecoveryEntry WithoutWords(RecoveryEntry recovery) => recovery with { Message = "", Page = null };

    static EventParams WithOwnMessage(EventParams happened) =>
        s_ownMessages.Contains(happened.Kind) ? happened : happened with { Message = "" };
}
