using System.Diagnostics;

namespace HotReload.Agent.Start;

/// <summary>Ends a program whose server is gone: no program outlives its session.</summary>
static class OwnerLoss
{
    /// <summary>How long a program goes on after its server is gone, so that an orderly end by the server comes first.</summary>
    public const int GraceMilliseconds = 1_000;

    /// <summary>How long the program's own exit handlers may take before it is killed.</summary>
    public const int ExitMilliseconds = 1_500;

    /// <summary>The exit code of a program that ended for this reason.</summary>
    public const int ExitCode = 113;

    /// <summary>Waits for the grace to pass, ends the children, then this process. Does not return.</summary>
    public static void EndProcess()
    {
        Thread.Sleep(GraceMilliseconds);
        ChildProcesses.KillAll();
        new Thread(KillAfterExitTime) { IsBackground = true }.Start();
        Environment.Exit(ExitCode);
    }

    static void KillAfterExitTime()
    {
        Thread.Sleep(ExitMilliseconds);
        Process.GetCurrentProcess().Kill();
    }
}
