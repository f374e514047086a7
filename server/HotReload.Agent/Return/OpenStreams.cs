using System.Globalization;

namespace HotReload.Agent.Return;

/// <summary>
/// The other ends of the pipes that are this process's standard streams. As long as this process has them, too, the server's end takes
/// nothing away: input does not end, output does not fail, and what is written and not read yet stays. Linux alone gives them.
/// </summary>
sealed class OpenStreams
{
    const int Input = 0;

    readonly FileStream[] _streams;

    OpenStreams(FileStream[] streams) => _streams = streams;

    /// <summary>Standard output.</summary>
    public FileStream Output => _streams[1];

    /// <summary>Standard error.</summary>
    public FileStream Error => _streams[2];

    /// <summary>Takes them; null where they can't be had.</summary>
    public static OpenStreams? Take()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var streams = new FileStream[3];
        try
        {
            for (var i = 0; i < streams.Length; i++)
            {
                streams[i] = new(
                    "/proc/self/fd/" + i.ToString(CultureInfo.InvariantCulture), FileMode.Open,
                    i == Input ? FileAccess.Write : FileAccess.Read, FileShare.ReadWrite | FileShare.Delete,
                    bufferSize: 0);
            }

            return new(streams);
        }
        catch (IOException)
        {
        }
        catch (UnauthorizedAccessException)
        {
        }

        Close(streams);
        return null;
    }

    static void Close(FileStream?[] streams)
    {
        foreach (var stream in streams)
        {
            stream?.Dispose();
        }
    }
}
