namespace HotReload.UnitTests;

/// <summary>The files that these tests were built from.</summary>
static class Repository
{
    static readonly string Root = FindRoot();

    /// <summary>The text of a file, its path counted from the repository's root.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static void Write(string file, string text) => File.WriteAllText(Path.Combine(Root, file), text);

    static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "HotReload.Lsp.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} is in no clone of the repository.");
    }
}
