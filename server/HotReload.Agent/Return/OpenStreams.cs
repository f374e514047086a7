using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace HotReload.Agent.Return;

/// <summary>
/// The other ends of the pipes that are this process's standard streams. As long as this process has them, too, the server's end takes
/// nothing away: input does not end, output does not fail, and what is written and not read yet stays. Linux alone gives them.
/// </summary>
sealed class OpenStreams
{
    const int Input = 0;

    readonly SafeFileHandle[] _handles;

    OpenStreams(SafeFileHandle[] handles) => _handles = handles;

    /// <summary>Standard output.</summary>
    public SafeFileHandle Output => _handles[1];

    /// <summary>Standard error.</summary>
    public SafeFileHandle Error => _handles[2];

    /// <summary>Takes them; null where they can't be had.</summary>
    public static OpenStreams? Take()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var handles = new SafeFileHandle[3];
        try
        {
            for (var i = 0; i < handles.Length; i++)
            {
                handles[i] = File.OpenHandle(
                    "/proc/self/fd/" + i.ToString(CultureInfo.InvariantCulture), FileMode.Open,
                    i == Input ? FileAccess.Write : FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }

            return new(handles);
        }
        catch (IOException)
        {
        }
        catch (UnauthorizedAccessException)
        {
        }

        Close(handles);
        return null;
    }

    static void Close(SafeFileHandle?[] handles)
    {
        foreach (var handle in handles)
        {
            handle?.Dispose();
        }
    }
}
