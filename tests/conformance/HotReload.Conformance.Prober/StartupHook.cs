using HotReload.Conformance.Prober;

/// <summary>Where the runtime enters; the name is its own choice (<c>DOTNET_STARTUP_HOOKS</c>).</summary>
internal static class StartupHook
{
    /// <summary>
    /// Answers questions from a thread of its own. It is a foreground thread: a program whose entry point returns lives on until the
    /// questioner is gone.
    /// </summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(ProbeLine.Variable) is { Length: > 0 } pipe)
        {
            var main = Thread.CurrentThread;
            new Thread(() => ProbeLine.Answer(pipe, main)).Start();
        }
    }
}
