namespace HotReload.Engine.Verification;

/// <summary>
/// Work beside that of its caller, where its caller's is done: what is compiled ahead, on one thread of low priority, must not take
/// another core by the way.
/// </summary>
internal static class Background
{
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current);

    public static Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync<Task<T>>(work, cancellationToken).Unwrap();
}
