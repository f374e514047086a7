using HotReload.Core.Reload;
using HotReload.Demo.Scripted;

namespace HotReload.Demo.Reporting;

/// <summary>How what happens is shown.</summary>
interface IReloadReport
{
    /// <summary>Something that is no reload.</summary>
    void Say(string sentence);

    /// <summary>A reload has ended.</summary>
    void Reloaded(ReloadResult result);

    /// <summary>What the running program has written.</summary>
    void ProgramWrote(string text);

    /// <summary>A step of the script is done; its reload was reported before.</summary>
    void Done(StepReport step);

    /// <summary>The script is at its end.</summary>
    void Close(IReadOnlyList<StepReport> steps);
}
