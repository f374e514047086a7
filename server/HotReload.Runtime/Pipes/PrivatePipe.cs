using System.Globalization;
using System.IO.Pipes;
using System.Security.Cryptography;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Pipes;

/// <summary>Where another process is expected: a pipe with a random name that only this user can open.</summary>
sealed class PrivatePipe : IDisposable
{
    const int NameBytes = 16;

    // The least of what systems allow for a socket's path (macOS: 104 with the final zero).
    const int MaxSocketPath = 103;

    const string SocketName = "pipe";

    readonly string? _directory;
    bool _isAbandoned;

    PrivatePipe(string name, string? directory)
    {
        Name = name;
        _directory = directory;
    }

    /// <summary>The pipe's name on Windows, the socket's path elsewhere.</summary>
    public string Name { get; }

    public static PrivatePipe Create()
    {
        if (OperatingSystem.IsWindows())
        {
            var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
            return new(string.Create(CultureInfo.InvariantCulture, $"hotreload-{random}"), null);
        }

        // The folder has mode 0700 from the start, so that nobody else gets as far as the socket.
        var directory = ServerFolders.Create().FullName;
        var path = Path.Combine(directory, SocketName);
        if (path.Length > MaxSocketPath)
        {
            Directory.Delete(directory);
            directory = Path.Combine("/tmp", "hr-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes)));
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            path = Path.Combine(directory, SocketName);
        }

        return new(path, directory);
    }

    /// <summary>One more listener on the pipe.</summary>
    public NamedPipeServerStream Listen() => new(
        Name,
        PipeDirection.InOut,
        NamedPipeServerStream.MaxAllowedServerInstances,
        PipeTransmissionMode.Byte,
        PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);

    /// <summary>
    /// Leaves the name without anybody who listens: a process that comes for it after all finds that nobody answers. It goes with this
    /// server's folders. On Windows a name goes with those who listen.
    /// </summary>
    public void Abandon()
    {
        _isAbandoned = true;
        if (_directory is not null)
        {
            File.WriteAllBytes(Name, []);
        }
    }

    /// <summary>Takes the pipe's name away, so that nobody new can connect. A connection that stands is not touched.</summary>
    public void Dispose()
    {
        if (_directory is null || _isAbandoned)
        {
            return;
        }

        try
        {
            Directory.Delete(_directory, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is gone already, or a cleaner of temporary files is at it.
        }
    }
}
