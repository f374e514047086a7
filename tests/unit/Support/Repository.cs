namespace HotReload.UnitTests.Support;

/// <summary>The repository that these tests were built in.</summary>
static class Repository
{
    const string Mark = "HotReload.Lsp.sln";

    /// <summary>Its full path.</summary>
    public static string Root { get; } = Find();

    /// <summary>The full path of a file or folder in it.</summary>
    public static string At(string relative) => Path.Combine(Root, relative);

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Mark)))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Mark}.");
        }

        return folder.FullName;
    }
}
