using System.Globalization;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>An edit that can be made again and again, each time with another number in it.</summary>
/// <param name="Name">What is edited, for the table.</param>
/// <param name="File">Relative to the scenario's folder.</param>
/// <param name="Find">A text that the file holds exactly once.</param>
/// <param name="Replace">What comes in its place; <c>{n}</c> becomes the number.</param>
/// <param name="Expect">What the program then says; <c>{n}</c> becomes the number.</param>
public sealed record EditKind(string Name, string File, string Find, string Replace, string Expect)
{
    /// <summary>The number in place of <c>{n}</c>.</summary>
    public static string Numbered(string template, int number) =>
        template.Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
