using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Sessions;

/// <summary>Is told what a session's programs do, from any thread.</summary>
internal interface IProgramObserver
{
    void Started(IRunningProgram program);

    /// <summary>Something happened in a program's pages.</summary>
    void Noticed(IProgramPages pages, PageNotice notice);

    void Wrote(ProgramOutput output);

    /// <summary>A program can't be trusted with another change; told once for each.</summary>
    /// <param name="fault">Why, and what to do, as a sentence.</param>
    void Faulted(string fault);

    /// <summary>A program threw in a member that the last reload has changed; told once a reload.</summary>
    void Threw(MemberFailure thrown);

    /// <summary>A metadata update handler threw after it had returned.</summary>
    void HandlerFailed(HandlerFailure failure);

    void Exited(IRunningProgram program, ProgramExit exit);
}
