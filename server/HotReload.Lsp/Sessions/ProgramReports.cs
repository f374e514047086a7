using System.Globalization;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Tells the client of one session's programs: that they started, wrote and ended.</summary>
internal sealed class ProgramReports(string session, SessionServices services, SessionStatus status, AutoRestart restarts, ChangeFailures failures,
    SessionPages pages) : IProgramObserver
{
    public void Started(IRunningProgram program)
    {
        status.Change(before => before with { Processes = before.Processes.Add(program.ProcessId) });
        Tell(EventKinds.ProgramStarted, Number(program), $"Process {program.ProcessId} was started.");
    }

    public void Wrote(ProgramOutput output) => services.Client.Output(new(session, output.ProcessId, output.Kind, output.Text));

    public void Noticed(IProgramPages program, PageNotice notice) => pages.Take(program, notice);

    public void Faulted(string fault)
    {
        Tell(EventKinds.Warning, "", fault);
        status.Change(before => before.Processes.IsEmpty ? before : before with { State = SessionState.RestartRequired, Message = fault });
        restarts.Faulted();
    }

    public void Threw(MemberFailure thrown) => failures.Threw(thrown);

    public void HandlerFailed(HandlerFailure failure) =>
        Tell(EventKinds.HandlerFailed, "", $"{failure.Handler} threw {failure.Error} (It had returned before that; the program goes on.)");

    public void Exited(IRunningProgram program, ProgramExit exit)
    {
        var message = $"The program ended{(exit.ExitCode is { } code ? $" with exit code {code}" : "")}.";
        Tell(EventKinds.ProgramExited, Number(program), message);
        status.Change(before =>
        {
            var left = before with { Processes = before.Processes.Remove(program.ProcessId) };
            return exit.Requested
                ? left
                : left with { State = SessionState.Exited, Message = $"{message} The next change, or a restart, starts it again." };
        });
        if (!exit.Requested && Crash.Is(exit.ExitCode))
        {
            restarts.Crashed();
        }
    }

    void Tell(string kind, string correlation, string message) => services.Events.Publish(session, kind, correlation, message);

    static string Number(IRunningProgram program) => program.ProcessId.ToString(CultureInfo.InvariantCulture);
}
