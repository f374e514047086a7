namespace HotReload.Engine.Verification;

/// <summary>
/// Work beside that of its caller, where its caller's is done: what is compiled ahead, on one thread of low priority, must not take
/// another core by the way.
/// </summary>
internal static class Background
{
    /// <summary>Does it where the caller runs.</summary>
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current);

    /// <summary>Does it elsewhere.</summary>
    public static Task RunAsync(Func<Task> work, TaskScheduler scheduler, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();

    /// <summary>Does it elsewhere.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work, TaskScheduler scheduler, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
}
