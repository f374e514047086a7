using HotReload.Agent.Contract;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Launch;

/// <summary>What the next server needs to take a program over. Holds a secret: never logged, kept for this user alone.</summary>
/// <param name="Process">The program.</param>
/// <param name="Secret">What each side proves to know.</param>
/// <param name="Terminal">Whose terminal it runs in.</param>
public sealed record ProgramTicket(ProcessIdentity Process, string Secret, TerminalMode Terminal)
{
    /// <summary>The name, in the session's folder, of the file without which the program ends with its server: nobody could go on with it.</summary>
    public static string JournalName(int processId) => AgentProtocol.JournalFile(processId);

    /// <summary>The process only: the rest is a secret.</summary>
    public override string ToString() => Process.ToString();
}
