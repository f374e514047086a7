namespace HotReload.Core.Buffers;

/// <content>Text that nobody needs any more.</content>
public sealed partial class BufferStore
{
    /// <summary>
    /// Forgets the text of all files that are not open. Only while nothing runs that was told of it; what is loaded next is read from the
    /// disk, and differs in nothing from it.
    /// </summary>
    public void ForgetClosed()
    {
        lock (_gate)
        {
            foreach (var path in _disk.Keys.Where(path => !_open.ContainsKey(path)).ToList())
            {
                _disk.Remove(path);
            }

            _snapshot = _snapshot.Without(_snapshot.Texts.Keys.Where(path => !_open.ContainsKey(path)));
        }
    }
}
