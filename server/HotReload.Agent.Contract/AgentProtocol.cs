namespace HotReload.Agent.Contract;

/// <summary>What both ends of the agent's pipe agree on.</summary>
internal static class AgentProtocol
{
    /// <summary>Both ends must name the same version; there is no negotiation, as both come from one build.</summary>
    public const int Version = 1;

    /// <summary>The agent's first message, a request.</summary>
    public const string Hello = "agent/hello";

    /// <summary>One generation to apply, a request to the agent.</summary>
    public const string Apply = "agent/apply";

    /// <summary>
    /// A request like <see cref="Apply"/> that changes nothing: it has the agent's code compiled before the first change.
    /// </summary>
    public const string WarmUp = "agent/warmUp";

    /// <summary>The generations of the hello's answer are in place, a notification from the agent; sent when there were any.</summary>
    public const string Replayed = "agent/replayed";

    /// <summary>A module that was pending has been loaded, a notification from the agent.</summary>
    public const string ModuleLoaded = "agent/moduleLoaded";

    /// <summary>A change has made the program's code fail, a notification from the agent; sent once.</summary>
    public const string Faulted = "agent/faulted";

    /// <summary>A member that the last generation changed has thrown, a notification from the agent; sent once a generation.</summary>
    public const string Threw = "agent/threw";

    /// <summary>A metadata update handler that had returned has thrown after all, a notification from the agent.</summary>
    public const string HandlerFailed = "agent/handlerFailed";

    /// <summary>The program can show pages, a notification from the agent; only then is it told of pages at all.</summary>
    public const string PagesReady = "agent/pagesReady";

    /// <summary>What pages are to be like, a notification to the agent: the answer to <see cref="PagesReady"/>, and after each change of settings.</summary>
    public const string PageSetup = "agent/pageSetup";

    /// <summary>Static files have changed, a request to the agent; the result says how many pages were told.</summary>
    public const string PageAssets = "agent/pageAssets";

    /// <summary>What pages are to show of the session, a notification to the agent.</summary>
    public const string PageState = "agent/pageState";

    /// <summary>Something happened in a page, a notification from the agent.</summary>
    public const string PageEvent = "agent/pageEvent";

    /// <summary>A method that a generation brought new code for is called for the first time since, a notification from the agent.</summary>
    public const string Called = "agent/called";

    /// <summary>A request to write the program's state to a file.</summary>
    public const string Capture = "agent/capture";

    /// <summary>A request like <see cref="Capture"/> that says where a crash writes the program's state to; now nothing is written.</summary>
    public const string WatchState = "agent/watchState";

    /// <summary>A request to bring the running program to the state in a file.</summary>
    public const string Restore = "agent/restore";

    /// <summary>
    /// The state of the hello's answer is restored as far as it can be by now, a notification from the agent; the last one of a start
    /// says that nothing more is to come.
    /// </summary>
    public const string Restored = "agent/restored";

    /// <summary>The first message of a program to the server that comes after the one it has lost, a request.</summary>
    public const string Rejoin = "agent/rejoin";

    /// <summary>The program is the new server's, a notification from the agent: the second message of that conversation.</summary>
    public const string Rejoined = "agent/rejoined";

    /// <summary>What the program wrote meanwhile, a notification from the agent: the third one.</summary>
    public const string KeptOutput = "agent/keptOutput";

    /// <summary>The name of the file that says, in the session's folder, where the new server is.</summary>
    public const string RejoinFile = "rejoin";

    /// <summary>The name of the file that says, in the session's folder, that a new server could go on with a process.</summary>
    public static string JournalFile(int processId) =>
        processId.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".journal";

    /// <summary>The largest first message, in bytes: nothing bigger is read from a peer that has not shown the secret.</summary>
    public const int MaxHelloBytes = 64 * 1024;

    /// <summary>The largest message after the handshake, in bytes.</summary>
    public const int MaxBodyBytes = 256 * 1024 * 1024;

    /// <summary>The id of the hello request, and of its answer.</summary>
    public const int HelloId = 0;

    /// <summary>
    /// The answer to a hello when there is nothing to replay, byte for byte. The agent knows it without a JSON reader,
    /// which would cost every start of a program several milliseconds.
    /// </summary>
    public static ReadOnlySpan<byte> AcceptedWithoutReplay =>
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"accepted\":true,\"generations\":[]}}"u8;
}
