namespace HotReload.Benchmarks.Measuring;

/// <summary>One of the two.</summary>
/// <param name="Contestant">The tool at work.</param>
/// <param name="Of">Its samples of a comparison.</param>
public sealed record Side(Contestant Contestant, Func<Comparison, Samples> Of);
