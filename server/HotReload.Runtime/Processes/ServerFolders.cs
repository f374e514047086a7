using System.Globalization;

namespace HotReload.Runtime.Processes;

/// <summary>
/// Folders that a server makes in the temporary folder while it starts a program or waits for one. They have its process in their names, so
/// that those of a server that was killed can be told from those that are in use.
/// </summary>
public static class ServerFolders
{
    /// <summary>Makes one, with mode 0700 from the start.</summary>
    internal static DirectoryInfo Create() => Directory.CreateTempSubdirectory(PrefixOf(ProcessIdentity.Find(Environment.ProcessId)!.Value));

    /// <summary>
    /// Removes those of a server that ends now or was killed long ago. Not before: a program that it was starting ends by itself only as
    /// long as it finds that nobody answers there.
    /// </summary>
    public static void RemoveOf(ProcessIdentity server)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), PrefixOf(server) + "*"))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A cleaner of temporary files is at it, or it is another user's.
            }
        }
    }

    /// <summary>Removes those of this server, which ends.</summary>
    public static void RemoveOwn() => RemoveOf(ProcessIdentity.Find(Environment.ProcessId)!.Value);

    static string PrefixOf(ProcessIdentity server) => string.Create(CultureInfo.InvariantCulture, $"hr-{server.Id}-{server.Started}-");
}
