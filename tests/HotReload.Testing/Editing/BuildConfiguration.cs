namespace HotReload.Testing.Editing;

/// <summary>Which of the builds in <c>artifacts/bin</c> belong together.</summary>
static class BuildConfiguration
{
#if DEBUG
    /// <summary>Folder names, the kit's own configuration first.</summary>
    public static IReadOnlyList<string> OwnFirst { get; } = ["debug", "release"];
#else
    /// <summary>Folder names, the kit's own configuration first.</summary>
    public static IReadOnlyList<string> OwnFirst { get; } = ["release", "debug"];
#endif
}
