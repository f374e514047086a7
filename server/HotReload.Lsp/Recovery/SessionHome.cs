using System.Globalization;
using System.Text.Json;

namespace HotReload.Lsp.Recovery;

/// <summary>
/// A session's own folder, readable by this user only. It outlives a server that is killed, so that the next one can go on with the
/// session; a lock tells whether its server lives. Gone with the session.
/// </summary>
internal sealed class SessionHome : IDisposable
{
    const string Record = "session.json";
    const string JournalExtension = ".journal";
    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    readonly FileStream _lock;

    SessionHome(string path, FileStream held) => (FolderPath, _lock) = (path, held);

    /// <summary>Full path.</summary>
    public string FolderPath { get; }

    /// <summary>Full paths of the journals that were left.</summary>
    public IReadOnlyList<string> Journals => Directory.GetFiles(FolderPath, "*" + JournalExtension);

    /// <summary>Makes one.</summary>
    /// <param name="parent">Where sessions have their folders.</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public static SessionHome Create(string parent)
    {
        MakePrivate(parent);
        var path = Path.Combine(parent, Path.GetFileNameWithoutExtension(Path.GetRandomFileName()));
        MakePrivate(path);
        return new(path, new FileStream(LockOf(path), FileMode.CreateNew, FileAccess.Write, FileShare.None));
    }

    /// <summary>Takes one over that a server has left; null where its server lives, or others could have written it.</summary>
    public static SessionHome? TryTake(string path)
    {
        try
        {
            const UnixFileMode foreign = ~Private;
            return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & foreign) != 0
                ? null
                : new(path, new FileStream(LockOf(path), FileMode.Open, FileAccess.Write, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The process whose journal a file is.</summary>
    public static int? ProcessOf(string journal) =>
        int.TryParse(Path.GetFileNameWithoutExtension(journal), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Says how the session was started; as a whole or not at all.</summary>
    public void Write(SessionRecord record)
    {
        var path = Path.Combine(FolderPath, Record);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(record, RecoveryJson.Default.SessionRecord));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>There is no session any more that somebody could go on with.</summary>
    public void Forget() => File.Delete(Path.Combine(FolderPath, Record));

    /// <summary>How a session was started; null where that is not known, or is a word of another version.</summary>
    /// <param name="path">Its folder.</param>
    public static SessionRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(path, Record)), RecoveryJson.Default.SessionRecord);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Removes the folder, and lets go of it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(FolderPath, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file that is still mapped on Windows; the next server removes what nobody holds.
        }

        _lock.Dispose();
    }

    static string LockOf(string path) => Path.Combine(path, "lock");

    static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Private);
        }
    }
}
