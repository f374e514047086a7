using System.Diagnostics;
using System.Globalization;

namespace HotReload.Testing.Probing;

/// <summary>What happens to processes that nobody asks them about. Where the system has signals.</summary>
public static class ProcessSignal
{
    /// <summary>Pauses a process, as a debugger or a job control does: it does nothing more, and does not end.</summary>
    public static void Pause(int id) => Send("-STOP", id);

    /// <summary>Lets a paused process go on.</summary>
    public static void Continue(int id) => Send("-CONT", id);

    /// <summary>Ends a process at once; it has no say in it.</summary>
    public static void Kill(int id) => Send("-KILL", id);

    static void Send(string signal, int id)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", [signal, id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })
            ?? throw new InvalidOperationException("kill did not start.");
        kill.WaitForExit();
    }
}
