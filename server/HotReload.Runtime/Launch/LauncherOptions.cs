namespace HotReload.Runtime.Launch;

/// <summary>Where the launcher finds what it needs.</summary>
/// <param name="AgentPath">Full path of <c>HotReload.Agent.dll</c>.</param>
/// <param name="DotnetRoot">The folder of the <c>dotnet</c> host.</param>
/// <param name="ConnectTime">How long an agent may take to connect, from when its program's process is there.</param>
public sealed record LauncherOptions(string AgentPath, string DotnetRoot, TimeSpan ConnectTime)
{
    /// <summary>How long an agent may take to connect, unless said otherwise.</summary>
    public static readonly TimeSpan DefaultConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to start a program in a terminal of its own.</summary>
    public TimeSpan TerminalTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The agent that lies beside this program, and the .NET that runs it.</summary>
    public static LauncherOptions Default { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "agent", "HotReload.Agent.dll"),
        DotnetHost.FindRoot(),
        DefaultConnectTime);
}
