using System.Collections.Immutable;

namespace HotReload.Core.Buffers;

/// <summary>
/// The truth about text: what is open in the editor, what of it is published for reloads, and what changed on disk.
/// Safe to call from any thread.
/// </summary>
/// <remarks>
/// Text on the screen and text for reloads are two things: half-typed text in one file must not hold back the save of
/// another. Text goes from the first to the second by being published, and stays published.
/// </remarks>
public sealed partial class BufferStore
{
    readonly Lock _gate = new();
    readonly Dictionary<string, OpenBuffer> _open = new(PathIdentity.Comparer);
    readonly Dictionary<string, string?> _disk = new(PathIdentity.Comparer);
    Snapshot _snapshot = Snapshot.Empty;

    /// <summary>The text that a reload would be made from now.</summary>
    public Snapshot Snapshot
    {
        get
        {
            lock (_gate)
            {
                return _snapshot;
            }
        }
    }

    /// <summary>The snapshot that <see cref="PublishAll"/> would make.</summary>
    public Snapshot Everything
    {
        get
        {
            lock (_gate)
            {
                return _open.Where(entry => entry.Value.InStep).Aggregate(
                    _snapshot, (snapshot, entry) => snapshot.With(entry.Key, entry.Value.Live.Text));
            }
        }
    }

    /// <summary>The open files that are out of step with the editor; while there are any, no reload is made.</summary>
    public ImmutableArray<string> OutOfStep
    {
        get
        {
            lock (_gate)
            {
                return [.. _open.Where(entry => !entry.Value.InStep).Select(entry => entry.Key)];
            }
        }
    }

    /// <summary>The files whose text on disk has been taken.</summary>
    public ImmutableArray<string> DiskFiles
    {
        get
        {
            lock (_gate)
            {
                return [.. _disk.Keys];
            }
        }
    }

    /// <summary>Whether a file is open.</summary>
    public bool IsOpen(string path) => View(path).Presence != BufferPresence.Closed;

    /// <summary>A file as it is now.</summary>
    public BufferView View(string path)
    {
        lock (_gate)
        {
            return _open.TryGetValue(path, out var buffer)
                ? new(buffer.InStep ? BufferPresence.InStep : BufferPresence.OutOfStep, buffer.Live.Text, _snapshot)
                : new(BufferPresence.Closed, null, _snapshot);
        }
    }

    /// <summary>The editor opened a file.</summary>
    public BufferUpdate Open(string path, int version, string text)
    {
        lock (_gate)
        {
            var reopened = _open.TryGetValue(path, out var old);
            _open[path] = new(version, new(text), old?.Published, InStep: true);
            return reopened ? BufferUpdate.Reopened : BufferUpdate.Taken;
        }
    }

    /// <summary>The editor changed an open file. Versions must grow one by one or more; edits apply in order.</summary>
    public BufferUpdate Change(string path, int version, IReadOnlyList<TextEdit> edits)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(path, out var buffer))
            {
                return BufferUpdate.NotOpen;
            }

            // A full text mends any buffer; an edit of a range needs the version it was made for.
            var isWhole = edits.Count > 0 && edits[0].Range is null;
            if (!isWhole && (!buffer.InStep || version <= buffer.Version))
            {
                _open[path] = buffer with { InStep = false };
                return BufferUpdate.OutOfStep;
            }

            var text = edits.Aggregate((BufferText?)buffer.Live, (text, edit) => text?.Apply(edit));
            _open[path] = text is null
                ? buffer with { Version = version, InStep = false }
                : buffer with { Version = version, Live = text, InStep = true };
            return text is null ? BufferUpdate.OutOfStep : FollowDisk(path, text.Text);
        }
    }

    /// <summary>The editor saved an open file: its text is published.</summary>
    public BufferUpdate Save(string path)
    {
        lock (_gate)
        {
            if (!_open.TryGetValue(path, out var buffer))
            {
                return BufferUpdate.NotOpen;
            }

            // What the disk had before is no longer there to be followed.
            if (buffer.InStep && _disk.ContainsKey(path))
            {
                _disk[path] = buffer.Live.Text;
            }

            return Publish(path, buffer);
        }
    }

    /// <summary>Publishes the text of every open file, saved or not.</summary>
    public BufferUpdate PublishAll()
    {
        lock (_gate)
        {
            var result = BufferUpdate.Taken;
            foreach (var (path, buffer) in _open.ToList())
            {
                result = Publish(path, buffer) == BufferUpdate.Published ? BufferUpdate.Published : result;
            }

            return result;
        }
    }

    /// <summary>The editor closed a file: from now on the disk counts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="diskText">What the disk has; null when the file does not exist.</param>
    public BufferUpdate Close(string path, string? diskText)
    {
        lock (_gate)
        {
            if (!_open.Remove(path, out var buffer))
            {
                return BufferUpdate.NotOpen;
            }

            // A file that never differed from the disk needs no entry of its own.
            return buffer.Published is null && !_disk.ContainsKey(path)
                ? BufferUpdate.Taken
                : SetDisk(path, diskText);
        }
    }

    /// <summary>
    /// The editor closed a file that the disk does not have now. Whether it is gone or has another name the disk will tell; until then
    /// its text stays.
    /// </summary>
    public BufferUpdate CloseMissing(string path)
    {
        lock (_gate)
        {
            return _open.Remove(path) ? BufferUpdate.Taken : BufferUpdate.NotOpen;
        }
    }

    /// <summary>A file changed on disk. For an open file it counts only when the buffer has the same text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text; null when it was deleted.</param>
    public BufferUpdate ChangeOnDisk(string path, string? text)
    {
        lock (_gate)
        {
            return TakeDisk(path, text);
        }
    }

    /// <summary>Files changed on disk together: no snapshot has only some of them.</summary>
    /// <param name="files">See <see cref="ChangeOnDisk(string, string?)"/>.</param>
    /// <returns>The files whose text is news for reloads.</returns>
    public ImmutableArray<string> ChangeOnDisk(IEnumerable<KeyValuePair<string, string?>> files)
    {
        lock (_gate)
        {
            return [.. files.Where(file => TakeDisk(file.Key, file.Value) == BufferUpdate.Published).Select(file => file.Key)];
        }
    }

    /// <summary>An editor that reloads a file from disk sends the change without a save.</summary>
    BufferUpdate FollowDisk(string path, string text) =>
        _disk.TryGetValue(path, out var disk) && string.Equals(disk, text, StringComparison.Ordinal)
            ? Publish(path, _open[path])
            : BufferUpdate.Taken;

    BufferUpdate Publish(string path, OpenBuffer buffer)
    {
        if (!buffer.InStep)
        {
            return BufferUpdate.OutOfStep;
        }

        _open[path] = buffer with { Published = buffer.Live.Text };
        return SetText(path, buffer.Live.Text);
    }

    BufferUpdate TakeDisk(string path, string? text)
    {
        if (!_open.TryGetValue(path, out var buffer))
        {
            return SetDisk(path, text);
        }

        _disk[path] = text;
        return string.Equals(buffer.Live.Text, text, StringComparison.Ordinal) ? Publish(path, buffer) : BufferUpdate.Taken;
    }

    BufferUpdate SetDisk(string path, string? text)
    {
        _disk[path] = text;
        return SetText(path, text);
    }

    BufferUpdate SetText(string path, string? text)
    {
        var before = _snapshot;
        _snapshot = before.With(path, text);
        return ReferenceEquals(_snapshot, before) ? BufferUpdate.Taken : BufferUpdate.Published;
    }
}
