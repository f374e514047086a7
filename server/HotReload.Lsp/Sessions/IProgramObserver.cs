using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Sessions;

/// <summary>Is told what a session's programs do, from any thread.</summary>
internal interface IProgramObserver
{
    void Started(IRunningProgram program);

    void Wrote(ProgramOutput output);

    /// <summary>A module whose deltas were pending has been loaded.</summary>
    void Loaded(ModuleReload module);

    void Exited(IRunningProgram program, ProgramExit exit);
}
