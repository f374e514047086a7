namespace HotReload.Runtime.Launch;

/// <summary>Whose terminal a program runs in.</summary>
public enum TerminalMode
{
    /// <summary>None: the server starts it and passes its output on.</summary>
    Server,

    /// <summary>The client's: the client starts it, its input and output are the terminal's.</summary>
    Client,
}
