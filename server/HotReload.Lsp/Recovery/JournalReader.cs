using System.Collections.Immutable;
using System.Text.Json;
using HotReload.Core.Buffers;
using HotReload.Engine.Baselines;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Recovery;

/// <summary>Reads a journal that a server has left. Whatever is wrong with it is a reason, and never an exception.</summary>
internal static class JournalReader
{
    static RecoveryJson Json => RecoveryJson.Default;

    /// <summary>The run that a journal tells of, or why it can't be relied on.</summary>
    public static (LostRun? Run, string? Reason) Read(string path)
    {
        try
        {
            return Read(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"The journal could not be read: {exception.Message}");
        }
    }

    /// <summary>As <see cref="Read(string)"/>, of bytes in memory.</summary>
    public static (LostRun? Run, string? Reason) Read(string path, ReadOnlyMemory<byte> journal)
    {
        if (JournalFormat.Read(journal) is not { } records)
        {
            return (null, "The journal is of another version, or is none.");
        }

        try
        {
            return Interpret(path, records);
        }
        catch (JsonException exception)
        {
            return (null, $"The journal is damaged: {exception.Message}");
        }
    }

    static (LostRun? Run, string? Reason) Interpret(string path, List<(JournalKind Kind, ReadOnlyMemory<byte> Payload)> records)
    {
        var texts = new Dictionary<string, string>();
        var generations = new List<GenerationRecord>();
        var (run, program, bytes) = ((RunRecord?)null, (ProgramTicket?)null, (long)JournalFormat.Header.Length);
        foreach (var (kind, payload) in records)
        {
            bytes += JournalFormat.RecordHeader + payload.Length;
            switch (kind)
            {
                case JournalKind.Text:
                    var text = TextHash.Text(payload.Span);
                    texts[TextHash.Of(text)] = text;
                    break;
                case JournalKind.Run:
                    run = JsonSerializer.Deserialize(payload.Span, Json.RunRecord);
                    break;
                case JournalKind.Program:
                    program = JsonSerializer.Deserialize(payload.Span, Json.ProgramTicket);
                    break;
                case JournalKind.Generation when JsonSerializer.Deserialize(payload.Span, Json.GenerationRecord) is { } generation:
                    generations.RemoveAll(earlier => earlier.Number >= generation.Number);
                    generations.Add(generation);
                    break;
                default:
                    return (null, $"The journal has a record of the unknown kind {(byte)kind}.");
            }
        }

        return (run, program) is ({ } known, { } ticket)
            ? Check(path, known, ticket, generations, texts, bytes)
            : (null, "The journal does not say what was started.");
    }

    static (LostRun? Run, string? Reason) Check(
        string path, RunRecord run, ProgramTicket program, List<GenerationRecord> generations, Dictionary<string, string> texts, long bytes)
    {
        var named = run.Texts.Values.Concat(generations.SelectMany(generation => generation.Texts.Concat(generation.Held))
            .SelectMany(text => new[] { text.Before, text.After }).OfType<string>());
        if (named.FirstOrDefault(hash => !texts.ContainsKey(hash)) is not null)
        {
            return (null, "The journal lacks a text that it names.");
        }

        if (generations.Where((generation, index) => generation.Number != index + 1).Any())
        {
            return (null, "The journal lacks a generation.");
        }

        var baseline = new ProgramBaseline(
            run.OutputFolder, run.Modules, run.Texts.ToImmutableDictionary(text => text.Key, text => texts[text.Value], PathIdentity.Comparer));
        return (new(run.Sdk, baseline, program, [.. generations], texts, path, bytes), null);
    }
}
