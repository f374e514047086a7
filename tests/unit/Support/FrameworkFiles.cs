namespace HotReload.UnitTests.Support;

/// <summary>The framework that the tests run on, for what they compile. It names no type of Roslyn's.</summary>
static class FrameworkFiles
{
    /// <summary>Full paths of its assemblies.</summary>
    public static IEnumerable<string> Assemblies => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));
}
