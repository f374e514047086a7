using System.Globalization;

namespace HotReload.Testing.Probing;

/// <summary>How long input that chance makes is tried on each reader: <c>npm run fuzz</c> says it, <c>npm test</c> does not.</summary>
public static class FuzzTime
{
    /// <summary>Minutes, as a number with a point.</summary>
    public const string Variable = "HOTRELOAD_FUZZ_MINUTES";

    /// <summary>The time that was asked for; null where the same few inputs are tried each time.</summary>
    public static TimeSpan? Wanted =>
        double.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;
}
