namespace HotReload.Testing.Editing;

/// <summary>A server has left something behind that it must not: a process, a port, a secret in its log.</summary>
public sealed class BadEndException : Exception
{
    public BadEndException()
    {
    }

    public BadEndException(string message)
        : base(message)
    {
    }

    public BadEndException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
