namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>Something that is measured in each round.</summary>
public interface IPart
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>Measures it.</summary>
    Task RunAsync(Round round, CancellationToken cancellationToken);
}
