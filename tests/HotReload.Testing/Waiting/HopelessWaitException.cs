namespace HotReload.Testing.Waiting;

/// <summary>What was waited for can't come any more, or did not come before the hang guard. The message holds the log.</summary>
public sealed class HopelessWaitException : Exception
{
    public HopelessWaitException()
    {
    }

    public HopelessWaitException(string message)
        : base(message)
    {
    }

    public HopelessWaitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
