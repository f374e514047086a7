namespace HotReload.Benchmarks.Measuring;

/// <summary>The same thing measured on both tools.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit"><c>ms</c> or <c>MB</c>.</param>
/// <param name="Target">The ratio that is wanted at most; null where none is set.</param>
public sealed record Comparison(string Name, string Unit, double? Target)
{
    /// <summary>This project's server.</summary>
    public Samples Ours { get; } = new();

    /// <summary>The SDK's <c>dotnet watch</c>.</summary>
    public Samples Watch { get; } = new();

    /// <summary>Our median in terms of theirs.</summary>
    public double Ratio => Ours.Percentile(0.5) / Watch.Percentile(0.5);
}
