using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Core.Recovery;

/// <summary>
/// The text that a session's program is to run: what is published, save for changes that were rolled back. Those are held until one of
/// their files changes again, or the user lets go of them. Safe to call from any thread.
/// </summary>
public sealed class ProgramText(BufferStore buffers)
{
    /// <summary>How many changes can be rolled back, one after the other.</summary>
    public const int MostChanges = 50;

    readonly Lock _gate = new();
    readonly List<(int Number, ImmutableArray<ChangedText> Texts)> _applied = [];
    ImmutableDictionary<string, HeldText> _held = None;

    int _last;

    static ImmutableDictionary<string, HeldText> None { get; } = ImmutableDictionary.Create<string, HeldText>(PathIdentity.Comparer);

    /// <summary>The text that a reload is to be made from now.</summary>
    public Snapshot Snapshot
    {
        get
        {
            lock (_gate)
            {
                var published = buffers.Snapshot;
                Follow(published);
                return Hold(published);
            }
        }
    }

    /// <summary>The text that a reload would be made from if some text were published.</summary>
    public Snapshot Foresee(Snapshot published)
    {
        lock (_gate)
        {
            return IsOver(published) ? published : Hold(published);
        }
    }

    /// <summary>The number of the change that would be rolled back; 0 where there is none.</summary>
    public int LastChange
    {
        get
        {
            lock (_gate)
            {
                return _applied.Count == 0 ? 0 : _applied[^1].Number;
            }
        }
    }

    /// <summary>The open files that are out of step with the editor; while there are any, no reload is made.</summary>
    public ImmutableArray<string> OutOfStep => buffers.OutOfStep;

    /// <summary>The files whose change was rolled back.</summary>
    public ImmutableDictionary<string, HeldText> Held
    {
        get
        {
            lock (_gate)
            {
                return _held;
            }
        }
    }

    /// <summary>Goes on where the text of a server that has ended stood.</summary>
    /// <param name="applied">The changes that the program has taken, the first one first.</param>
    /// <param name="held">What was held.</param>
    public void Resume(IEnumerable<ImmutableArray<ChangedText>> applied, ImmutableDictionary<string, HeldText> held)
    {
        lock (_gate)
        {
            _applied.Clear();
            _applied.AddRange(applied.Where(change => !change.IsEmpty).TakeLast(MostChanges).Select(change => (++_last, change)));
            _held = held;
        }
    }

    /// <summary>The published text of a file whose change was rolled back; null where it was not.</summary>
    public string? FindHeld(string path)
    {
        lock (_gate)
        {
            Follow(buffers.Snapshot);
            return _held.GetValueOrDefault(path)?.Published;
        }
    }

    /// <summary>The program has taken a change. One that only brings back what was rolled back is none to be rolled back.</summary>
    public void Took(ImmutableArray<ChangedText> change)
    {
        lock (_gate)
        {
            var own = change.RemoveAll(text => _held.TryGetValue(text.Path, out var held) && held.Running == text.After);
            if (!own.IsEmpty)
            {
                _applied.Add((++_last, own));
                _applied.RemoveRange(0, Math.Max(0, _applied.Count - MostChanges));
            }
        }
    }

    /// <summary>Holds the last change that the program has taken. The next reload brings the text before it.</summary>
    /// <returns>What <see cref="Undo"/> takes; null where there is no change.</returns>
    public HeldChange? HoldLast()
    {
        lock (_gate)
        {
            if (_applied.Count == 0)
            {
                return null;
            }

            var published = buffers.Snapshot;
            Follow(published);
            var held = new HeldChange(_applied[^1].Number, _applied[^1].Texts, _held);
            _applied.RemoveAt(_applied.Count - 1);
            foreach (var text in held.Change)
            {
                var own = published.Texts.TryGetValue(text.Path, out var now) ? now : text.After;
                _held = _held.SetItem(text.Path, new(_held.GetValueOrDefault(text.Path)?.Published ?? own, text.Before));
            }

            return held;
        }
    }

    /// <summary>The last change could not be rolled back: the program has it still.</summary>
    public void Undo(HeldChange held)
    {
        lock (_gate)
        {
            _held = held.HeldBefore;
            _applied.Add((held.Number, held.Change));
        }
    }

    /// <summary>Lets go of all that is held: the next reload brings it again.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _held = None;
        }
    }

    /// <summary>A change is held as a whole: with one of its files edited, the old text of the others may no longer fit.</summary>
    void Follow(Snapshot published)
    {
        if (IsOver(published))
        {
            _held = None;
        }
    }

    bool IsOver(Snapshot published) => _held.Any(file => published.Texts.TryGetValue(file.Key, out var now) && now != file.Value.Published);

    Snapshot Hold(Snapshot published) => _held.IsEmpty
        ? published
        : published with { Texts = published.Texts.SetItems(_held.Select(file => KeyValuePair.Create(file.Key, file.Value.Running))) };
}
