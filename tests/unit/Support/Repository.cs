namespace HotReload.UnitTests.Support;

/// <summary>The repository that these tests were built in.</summary>
static class Repository
{
    const string Mark = "HotReload.Lsp.sln";

    /// <summary>Its full path.</summary>
    public static string Root { get; } = Find();

    /// <summary>The full path of a file or folder in it.</summary>
    public static string At(string relative) => Path.Combine(Root, relative);

    /// <summary>The text of a file of it.</summary>
    public static string Read(string relative) => File.ReadAllText(At(relative));

    /// <summary>Writes a file of it: for files that are generated from the code.</summary>
    public static void Write(string relative, string text) => File.WriteAllText(At(relative), text);

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
