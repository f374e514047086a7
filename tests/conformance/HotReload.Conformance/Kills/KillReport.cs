namespace HotReload.Conformance.Kills;

/// <summary>What came of killing the server again and again.</summary>
/// <param name="Kills">How often it was killed.</param>
/// <param name="Edits">How many edits were typed meanwhile.</param>
/// <param name="Kept">After how many kills the program had gone on, state and all.</param>
/// <param name="Restarted">Why it was started again, each time that it was.</param>
/// <param name="Lost">Where an answer was not that of the text; empty, or something is wrong.</param>
/// <param name="MedianSeconds">From the end of a server to the session that goes on under the next, the middle one.</param>
/// <param name="SlowestSeconds">The slowest one.</param>
sealed record KillReport(
    int Kills, int Edits, int Kept, IReadOnlyList<string> Restarted, IReadOnlyList<string> Lost, double MedianSeconds, double SlowestSeconds);
