namespace HotReload.Core.State;

/// <summary>How far a capture goes. Where it would go further, nothing is captured, and that is said.</summary>
/// <param name="Bytes">The most bytes, before compression.</param>
/// <param name="Objects">The most objects.</param>
/// <param name="Time">The longest that a capture may take.</param>
public sealed record StateLimits(long Bytes, int Objects, TimeSpan Time)
{
    /// <summary>The limits of a restart: 256 MiB, five million objects, ten seconds.</summary>
    public static StateLimits Default { get; } = new(256L * 1024 * 1024, 5_000_000, TimeSpan.FromSeconds(10));
}
