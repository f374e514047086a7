using System.Globalization;

namespace HotReload.RuntimeTests.Kit;

/// <summary>Pauses and continues processes.</summary>
static class Signals
{
    public static void Stop(int id) => Send("STOP", id);

    public static void Continue(int id) => Send("CONT", id);

    /// <summary>Whether a process is there and has not ended.</summary>
    public static bool IsRunning(int id) => HotReload.Runtime.Processes.ProcessPlatform.ForThisSystem().Table.Find(id) is not null;

    static void Send(string signal, int id)
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-" + signal, id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
