using HotReload.Core.Reload;

namespace HotReload.Demo.Scripted;

/// <summary>What a step did.</summary>
/// <param name="Step">The step.</param>
/// <param name="Result">The reload's own account.</param>
/// <param name="Before">What the program answered before.</param>
/// <param name="After">What it answered after.</param>
/// <param name="StateKept">Whether it is the same process, with the same cart and no fewer ticks.</param>
/// <param name="State">The state after, for people.</param>
sealed record StepReport(DemoStep Step, ReloadResult Result, string Before, string After, bool StateKept, string State);
