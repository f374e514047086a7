namespace HotReload.Benchmarks.Scenarios;

/// <summary>A reference to another project that is added while the program runs, and code that uses it.</summary>
/// <param name="Project">The project's file, relative.</param>
/// <param name="Library">The name of the project that it gets; it lies in a folder of that name.</param>
/// <param name="Use">The edit that shows it.</param>
public sealed record ReferenceEdit(string Project, string Library, EditKind Use)
{
    /// <summary>The project file's text with the reference.</summary>
    public string ApplyTo(string text) =>
        text.Replace("</Project>", $"  <ItemGroup>\n    <ProjectReference Include=\"../{Library}/{Library}.csproj\" />\n  </ItemGroup>\n</Project>", StringComparison.Ordinal);
}
