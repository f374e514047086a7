namespace HotReload.Runtime.Launch;

/// <summary>The client's terminals.</summary>
public interface IClientTerminal
{
    /// <summary>Has the client run a command. Returns once the client has started it, not when it ends.</summary>
    Task RunAsync(TerminalCommand command, CancellationToken cancellationToken);
}
