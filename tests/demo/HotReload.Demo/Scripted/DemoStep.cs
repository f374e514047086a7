using HotReload.Core.Reload;
using HotReload.Testing.Editing;

namespace HotReload.Demo.Scripted;

/// <summary>A step of the script.</summary>
/// <param name="Title">What is edited.</param>
/// <param name="How">How: typed, saved.</param>
/// <param name="Page">What is asked before and after.</param>
/// <param name="Expected">The outcome that the script counts on.</param>
/// <param name="EditAsync">Makes the edit and waits for its result.</param>
sealed record DemoStep(
    string Title, string How, string Page, ReloadOutcome Expected, Func<EditorClient, Task<ReloadResult>> EditAsync);
