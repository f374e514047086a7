namespace HotReload.Testing.Waiting;

/// <summary>What has been seen, in order, and a way to wait for more. It forgets nothing, so no waiter can come too late.</summary>
/// <typeparam name="T">What is seen.</typeparam>
public sealed class Journal<T>
{
    readonly Lock _gate = new();
    readonly List<T> _entries = [];
    TaskCompletionSource _grown = NewSignal();

    /// <summary>How many entries there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>All entries so far.</summary>
    public IReadOnlyList<T> All()
    {
        lock (_gate)
        {
            return [.. _entries];
        }
    }

    /// <summary>Writes an entry down and wakes who waits.</summary>
    public void Add(T entry)
    {
        TaskCompletionSource grown;
        lock (_gate)
        {
            _entries.Add(entry);
            grown = _grown;
            _grown = NewSignal();
        }

        grown.SetResult();
    }

    /// <summary>The first entry at or after <paramref name="from"/> that matches, and where it stands; waits until there is one.</summary>
    public async Task<(T Entry, int Index)> FirstAsync(int from, Func<T, bool> matches, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task grown;
            lock (_gate)
            {
                for (; from < _entries.Count; from++)
                {
                    if (matches(_entries[from]))
                    {
                        return (_entries[from], from);
                    }
                }

                grown = _grown.Task;
            }

            await grown.WaitAsync(cancellationToken);
        }
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
