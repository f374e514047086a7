using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Engine.Baselines;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// The journal of one run, as it is written: records are only added, each text once. It has another name until the run's program is known,
/// so that nobody reads half a run.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    /// <summary>The largest journal, in bytes. A session that outgrows it goes on, and is started again after a crash of the server.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    readonly FileStream _stream;
    readonly HashSet<string> _texts = [];
    string _path;

    /// <summary>
    /// The generations of a run whose deltas another server has noted, those since included; null where this one has noted all. A program that is started
    /// again gets this server's deltas, which are other bytes of the same meaning.
    /// </summary>
    List<GenerationRecord>? _continued;

    JournalFile(string path, FileStream stream) => (_path, _stream) = (path, stream);

    static RecoveryJson Json => RecoveryJson.Default;

    /// <summary>Begins a run's journal.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static JournalFile Create(string path)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        stream.Write(JournalFormat.Header);
        return new(path, stream);
    }

    /// <summary>Goes on with the journal of a server that has ended.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static JournalFile Continue(LostRun run)
    {
        var stream = new FileStream(run.Journal, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        stream.SetLength(run.Bytes);
        stream.Seek(0, SeekOrigin.End);
        var file = new JournalFile(run.Journal, stream) { _continued = [.. run.Generations] };
        file._texts.UnionWith(run.Texts.Keys);
        return file;
    }

    /// <summary>Adds what the run was started from.</summary>
    public void Add(string sdk, ProgramBaseline baseline) => Add(
        JournalKind.Run,
        new RunRecord(sdk, baseline.OutputFolder, baseline.Modules, baseline.Texts.ToImmutableDictionary(text => text.Key, text => Keep(text.Value)!)),
        Json.RunRecord);

    /// <summary>Adds the run's program, and gives the journal the name by which it is found.</summary>
    /// <param name="program">The program.</param>
    /// <param name="name">The name.</param>
    /// <param name="generations">What it was started with.</param>
    public void Add(ProgramTicket program, string name, Func<ImmutableArray<Generation>> generations)
    {
        Add(JournalKind.Program, program, Json.ProgramTicket);
        if (_continued is { } noted)
        {
            _continued = null;
            var made = generations();
            foreach (var record in noted)
            {
                Add(record.Number <= made.Length ? record with { Deltas = Describe(made[record.Number - 1]) } : record);
            }
        }

        Rename(name);
    }

    /// <summary>Gives the journal another name.</summary>
    public void Rename(string name)
    {
        var path = Path.Combine(Path.GetDirectoryName(_path)!, name);
        File.Move(_path, path, overwrite: true);
        _path = path;
    }

    /// <summary>Adds a generation.</summary>
    public void Add(Generation generation, ImmutableArray<ChangedText> texts, ImmutableDictionary<string, HeldText> held) => Add(new GenerationRecord(
        generation.Number,
        generation.WatchesThrows,
        Describe(generation),
        [.. texts.Select(text => new TextRecord(text.Path, Keep(text.Before), Keep(text.After)))],
        [.. held.Select(text => new TextRecord(text.Key, Keep(text.Value.Published), Keep(text.Value.Running)))]));

    /// <summary>Has everything compiled that the first generation needs: a reload waits for that.</summary>
    public static void WarmUp(ProgramBaseline baseline)
    {
        if (baseline.Modules is [var module, ..])
        {
            DeltaFingerprint.WarmUp(module.Assembly);
        }

        var digest = ModuleDigest.Of(new(Guid.Empty, "", [], [], [], [], []));
        _ = JsonSerializer.SerializeToUtf8Bytes(
            new(0, false, [new(Guid.Empty, digest, "")], [new("", null, null)], [new("", null, null)]), Json.GenerationRecord);
    }

    /// <summary>Takes the journal away: nobody can go on with the run.</summary>
    public void Delete()
    {
        Dispose();
        File.Delete(_path);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Adds a generation in the place of all from its number on, as whoever reads them takes it.</summary>
    void Add(GenerationRecord generation)
    {
        _continued?.RemoveAll(earlier => earlier.Number >= generation.Number);
        _continued?.Add(generation);
        Add(JournalKind.Generation, generation, Json.GenerationRecord);
    }

    static ImmutableArray<DeltaRecord> Describe(Generation generation) =>
        [.. generation.Deltas.Select(delta => new DeltaRecord(delta.ModuleId, ModuleDigest.Of(delta), DeltaFingerprint.Of(delta)))];

    string? Keep(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var hash = TextHash.Of(text);
        if (_texts.Add(hash))
        {
            Write(JournalKind.Text, TextHash.Bytes(text));
        }

        return hash;
    }

    void Add<T>(JournalKind kind, T record, JsonTypeInfo<T> info) => Write(kind, JsonSerializer.SerializeToUtf8Bytes(record, info));

    void Write(JournalKind kind, ReadOnlySpan<byte> payload)
    {
        if (_stream.Length + payload.Length > MaxBytes)
        {
            throw new IOException($"The journal has outgrown {MaxBytes / (1024 * 1024)} MiB.");
        }

        _stream.Write(JournalFormat.Frame(kind, payload));
    }
}
