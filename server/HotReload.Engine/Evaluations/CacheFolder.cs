namespace HotReload.Engine.Evaluations;

/// <summary>
/// A folder of the user's own for what can be made again. Nobody else may write there: what is found in it decides what code the server
/// loads.
/// </summary>
/// <param name="path">Its full path; it is made when it is first written to.</param>
/// <param name="time">Tells which file was used last.</param>
internal sealed class CacheFolder(string path, TimeProvider time)
{
    /// <summary>How many files are kept: those that were used last.</summary>
    const int MostFiles = 64;

    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const UnixFileMode Foreign = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The content of a file; null where there is none, or where others could have written it.</summary>
    public byte[]? Read(string file)
    {
        try
        {
            var full = Path.Combine(path, file);
            if (!File.Exists(full) || !IsPrivate())
            {
                return null;
            }

            var content = File.ReadAllBytes(full);
            File.SetLastAccessTimeUtc(full, time.GetUtcNow().UtcDateTime);
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>When a file was written or read last; null where there is none.</summary>
    public DateTime? UsedAt(string file) => Path.Combine(path, file) is var full && File.Exists(full) ? File.GetLastAccessTimeUtc(full) : null;

    /// <summary>Writes a file as a whole or not at all. A disk that is full or read-only is none of the user's business here.</summary>
    public void Write(string file, byte[] content)
    {
        try
        {
            Create();
            if (!IsPrivate())
            {
                return;
            }

            var temporary = Path.Combine(path, $"{file}.{Environment.ProcessId}.tmp");
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, Path.Combine(path, file), overwrite: true);
            Prune();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next start evaluates again.
        }
    }

    void Create()
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

    bool IsPrivate() => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Foreign) == 0;

    void Prune()
    {
        foreach (var old in new DirectoryInfo(path).EnumerateFiles().OrderByDescending(file => file.LastAccessTimeUtc).Skip(MostFiles).ToList())
        {
            old.Delete();
        }
    }
}
