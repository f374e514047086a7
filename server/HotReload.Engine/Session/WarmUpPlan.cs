namespace HotReload.Engine.Session;

/// <summary>How an edit session warms up.</summary>
/// <param name="After">What it waits for: the engine's own warm-up does half of the work, and two at once take a core from the program that starts.</param>
/// <param name="Passes">How many throw-away edits it makes at most.</param>
internal sealed record WarmUpPlan(Task After, int Passes);
