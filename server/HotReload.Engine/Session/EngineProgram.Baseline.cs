using HotReload.Engine.Baselines;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

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
        if (reason is null)
        {
            // What the other server had emitted is not what the build has left: the next emit has to make it again, whether it is edited or not.
            _solution = solution!;
            _stale = [.. _latest.Projects.Where(project => IsNotOfBuild(project, baseline)).Select(project => project.Id)];
        }

        return reason;
    }

    static bool IsNotOfBuild(Project project, ProgramBaseline baseline)
    {
        var built = project.CompilationOutputInfo.AssemblyPath is { } path ? BaselineCheck.ReadMvid(path) : Guid.Empty;
        return baseline.Modules.Any(module => module.Project == project.Name && module.ModuleId != built);
    }
}
