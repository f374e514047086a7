namespace HotReload.Benchmarks.Reporting;

/// <summary>What a run leaves for programs, and for comparison with another run.</summary>
/// <param name="Machine">Where it was measured.</param>
/// <param name="Rows">Ours and theirs.</param>
/// <param name="Phases">Where our own time went.</param>
public sealed record ReportFile(string Machine, IReadOnlyList<ReportRow> Rows, IReadOnlyList<PhaseRow> Phases);
