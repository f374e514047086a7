using System.Collections.Immutable;
using System.Globalization;
using HotReload.Core.Recovery;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;

namespace HotReload.Lsp.Recovery;

/// <summary>What was tried about faults: told when it begins, and the newest of it kept for the user to read. Safe on any thread.</summary>
internal sealed class Recoveries(EventStream events, TimeProvider time)
{
    /// <summary>How many are kept; the older ones go.</summary>
    public const int Most = 200;

    readonly Lock _gate = new();
    readonly Dictionary<int, long> _begun = [];
    ImmutableList<RecoveryEntry> _entries = [];
    int _last;

    /// <summary>Those that are kept, the oldest first.</summary>
    public RecoveryList List
    {
        get
        {
            lock (_gate)
            {
                return new([.. _entries]);
            }
        }
    }

    /// <summary>A step is taken; the client is told.</summary>
    /// <param name="session">The session's id.</param>
    /// <param name="page">The page's address; null where the fault is none of a page.</param>
    /// <param name="fault">What went wrong.</param>
    /// <param name="step">What is done about it.</param>
    /// <param name="message">One sentence.</param>
    /// <returns>Its number, by which to say what came of it.</returns>
    public int Begin(string session, string? page, Fault fault, RecoveryAction step, string message)
    {
        int id;
        lock (_gate)
        {
            id = ++_last;
            _begun[id] = time.GetTimestamp();
            _entries = _entries.Add(new(
                id, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), session, page, fault, step, RecoveryOutcome.Running, null, message));
            if (_entries.Count > Most)
            {
                _begun.Remove(_entries[0].Id);
                _entries = _entries.RemoveAt(0);
            }
        }

        events.Publish(session, EventKinds.Recovery, "", message);
        return id;
    }

    /// <summary>Something came of a step.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="message">A sentence more; null where there is nothing to add.</param>
    public void End(int id, RecoveryOutcome outcome, string? message)
    {
        lock (_gate)
        {
            if (_begun.Remove(id, out var begun))
            {
                var place = _entries.FindIndex(entry => entry.Id == id);
                var entry = _entries[place];
                _entries = _entries.SetItem(place, entry with
                {
                    Outcome = outcome,
                    Milliseconds = Math.Round(time.GetElapsedTime(begun).TotalMilliseconds, 1),
                    Message = message is null ? entry.Message : $"{entry.Message} {message}",
                });
            }
        }
    }
}
