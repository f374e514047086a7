namespace HotReload.Testing.Fixtures;

/// <summary>The folder of the solution that the running assembly was built in.</summary>
public static class RepositoryRoot
{
    const string Mark = "HotReload.Lsp.sln";

    static readonly Lazy<string> Found = new(Find);

    /// <summary>Its full path.</summary>
    /// <exception cref="DirectoryNotFoundException">The assembly does not run inside the repository.</exception>
    public static string Path => Found.Value;

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Mark}.");
    }
}
