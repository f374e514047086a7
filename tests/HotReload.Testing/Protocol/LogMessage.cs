namespace HotReload.Testing.Protocol;

/// <summary>Parameters of <c>window/logMessage</c> and <c>window/showMessage</c>.</summary>
/// <param name="Type">1 error, 2 warning, 3 information, 4 log.</param>
/// <param name="Message">The text.</param>
public sealed record LogMessage(int Type, string Message)
{
    /// <summary>The <see cref="Type"/> of an error.</summary>
    public const int Error = 1;
}
