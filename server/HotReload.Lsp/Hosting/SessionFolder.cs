using System.Globalization;
using System.Text;
using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Hosting;

/// <summary>
/// A folder for the server's own files, readable by this user only, gone with the server. What a server leaves that was killed, later ones
/// remove: its runtime's files at once, its folder after a day.
/// </summary>
internal sealed class SessionFolder : IDisposable
{
    const string Prefix = "hotreload-";
    const string LockName = "server.lock";

    /// <summary>For how long what a killed server left is kept: its program may live on, and write there what it knows when it crashes.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    readonly FileStream _lock;

    /// <param name="parent">Where it is made; it must exist.</param>
    public SessionFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, Prefix + Guid.NewGuid().ToString("N"));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _lock = new(System.IO.Path.Combine(Path, LockName), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (ProcessIdentity.Find(Environment.ProcessId) is { } self)
        {
            _lock.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{self.Id} {self.Started}")));
            _lock.Flush();
        }
    }

    public string Path { get; }

    /// <summary>Removes the folders of servers that ended long ago and could not do it themselves.</summary>
    public static void RemoveAbandoned(string parent, DateTimeOffset now)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            var held = System.IO.Path.Combine(folder, LockName);
            if (!File.Exists(held) || !IsAbandoned(held, out var server))
            {
                continue;
            }

            server?.ClearUp();
            if (now - File.GetLastWriteTimeUtc(held) > Kept)
            {
                Remove(folder);
                if (server is { } ended)
                {
                    ServerFolders.RemoveOf(ended);
                }
            }
        }
    }

    public void Dispose()
    {
        _lock.Dispose();
        Remove(Path);
    }

    static bool IsAbandoned(string held, out ProcessIdentity? server)
    {
        try
        {
            using var mine = new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            using var text = new StreamReader(mine);
            server = Parse(text.ReadToEnd());
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Its server lives, or it is another user's.
            server = null;
            return false;
        }
    }

    static ProcessIdentity? Parse(string text) =>
        text.Split(' ') is [var id, var started]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? new(number, time)
            : null;

    static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file that is still mapped on Windows; the next server tries again.
        }
    }
}
