namespace HotReload.Lsp.Hosting;

/// <summary>The thread pool, which the conversation with the editor shares with the compiler.</summary>
internal static class Workers
{
    /// <summary>
    /// How many threads it has at once beyond one for each processor. The compiler fills the pool's queue, and threads take from it in its order:
    /// with one for each processor, a key waits for all that was queued before it.
    /// </summary>
    public const int Spare = 6;

    /// <summary>Has the pool make that many without waiting to see whether they are needed.</summary>
    public static void Provide()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + Spare), completions);
    }
}
