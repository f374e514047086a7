namespace HotReload.Core.Ports;

/// <summary>
/// Whether somebody waits for a compilation. One that was begun ahead of a save takes its time, until the save comes and waits for it.
/// </summary>
public sealed class Haste
{
    readonly TaskCompletionSource _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody waits from the start.</summary>
    public static Haste Now { get; } = Hurried();

    /// <summary>Completes when somebody waits.</summary>
    public Task Wanted => _wanted.Task;

    /// <summary>Whether somebody waits.</summary>
    public bool IsWanted => _wanted.Task.IsCompleted;

    /// <summary>From now on somebody waits.</summary>
    public void Hurry() => _wanted.TrySetResult();

    static Haste Hurried()
    {
        var haste = new Haste();
        haste.Hurry();
        return haste;
    }
}
