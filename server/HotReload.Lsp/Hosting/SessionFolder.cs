namespace HotReload.Lsp.Hosting;

/// <summary>A folder for the server's own files, readable by this user only, gone with the server.</summary>
internal sealed class SessionFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hotreload-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file that is still mapped on Windows; the system cleans its temporary folder.
        }
    }
}
