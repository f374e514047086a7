using HotReload.Core.Ports;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Reporting;

namespace HotReload.Engine.Session;

/// <summary>What an answer of the edit-and-continue service comes to.</summary>
internal static class EncVerdict
{
    /// <summary>Judges an answer by itself, before it is held against a build.</summary>
    public static CompileVerdict Of(EncUpdates updates) => updates switch
    {
        { Status: EncStatus.Blocked } when CompileErrors.MayBeOfDelta(updates) => CompileVerdict.RestartRequired,
        { Status: EncStatus.Blocked } => CompileVerdict.Held,
        { ProjectsToRestart.IsEmpty: false } or { ProjectsToRebuild.IsEmpty: false } => CompileVerdict.RestartRequired,
        { Status: EncStatus.Ready, Deltas.IsEmpty: false } => CompileVerdict.Ready,
        _ => CompileVerdict.NoChange,
    };
}
