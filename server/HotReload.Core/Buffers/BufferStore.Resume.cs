namespace HotReload.Core.Buffers;

/// <content>Text that programs run already when a server begins.</content>
public sealed partial class BufferStore
{
    /// <summary>
    /// A program runs text that this store has not heard of, as another server gave it that. Whatever was heard of since is newer and
    /// stays.
    /// </summary>
    public void Resume(IEnumerable<KeyValuePair<string, string?>> running)
    {
        lock (_gate)
        {
            foreach (var (path, text) in running.Where(file => !_snapshot.Texts.ContainsKey(file.Key)))
            {
                if (_open.TryGetValue(path, out var buffer))
                {
                    _open[path] = buffer with { Published = text };
                }
                else
                {
                    _disk[path] = text;
                }

                SetText(path, text);
            }
        }
    }
}
