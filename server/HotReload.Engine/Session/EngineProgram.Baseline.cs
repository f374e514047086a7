using HotReload.Engine.Baselines;

namespace HotReload.Engine.Session;

/// <content>What a session is started from, for a server that goes on with it.</content>
public sealed partial class EngineProgram
{
    /// <summary>Describes what the last session was started from. Takes a while: it is for the background.</summary>
    public Func<ProgramBaseline>? Baseline { get; private set; }

    /// <summary>
    /// Takes what a program was started from under another server, so that a session can be started that goes on with it. What is on
    /// disk now stays what the next emit is made from.
    /// </summary>
    /// <returns>Why it can't be, as a sentence; null where it could.</returns>
    public string? Rebase(ProgramBaseline baseline)
    {
        var (solution, reason) = BaselineRecord.Lay(_latest, baseline);
        reason ??= _output.Adopt(baseline.OutputFolder);
        _solution = reason is null ? solution! : _solution;
        return reason;
    }
}
