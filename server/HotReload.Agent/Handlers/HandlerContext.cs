namespace HotReload.Agent.Handlers;

/// <summary>
/// What a handler runs in, and whatever it begins and does not wait for. Such a method (<c>async void</c>) has nobody to throw at, and
/// would end the program: ASP.NET Core's own does where a page that is rendered in parts is done while it is told of a change.
/// </summary>
/// <param name="failed">Is told what was thrown so.</param>
sealed class HandlerContext(Action<Exception> failed) : SynchronizationContext
{
    /// <summary>Calls a handler; what that throws itself goes to the caller.</summary>
    public void Run(Action handler)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            handler();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ =>
    {
        try
        {
            Run(() => d(state));
        }
        catch (Exception exception)
        {
            failed(exception);
        }
    });

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;
}
