using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HotReload.Runtime.Processes;

/// <summary>Signals.</summary>
sealed partial class PosixProcessControl : IProcessControl
{
    const int Terminate = 15;

    /// <summary>Nothing to do: the agent ends the program when its connection is lost.</summary>
    public void Own(Process process)
    {
    }

    // The answer does not matter: a process that is gone has what was asked of it.
    public void AskToEnd(int id) => _ = Kill(id, Terminate);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int id, int signal);
}
