using System.Diagnostics;

namespace HotReload.Runtime.Processes;

/// <summary>What can be done to a process besides killing it.</summary>
interface IProcessControl
{
    /// <summary>Ties the process to the life of this one, where the system can. Elsewhere the agent sees to it.</summary>
    void Own(Process process);

    /// <summary>Asks the process to end by itself. It may not listen.</summary>
    void AskToEnd(int id);
}
