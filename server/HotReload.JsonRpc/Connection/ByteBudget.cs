namespace HotReload.JsonRpc.Connection;

/// <summary>How many bytes wait in a queue, against how many may.</summary>
sealed class ByteBudget(long most)
{
    long _used;

    /// <summary>Counts bytes in. False when that is too many; they count all the same.</summary>
    public bool TryTake(int bytes) => Interlocked.Add(ref _used, bytes) <= most;

    public void GiveBack(int bytes) => Interlocked.Add(ref _used, -bytes);
}
