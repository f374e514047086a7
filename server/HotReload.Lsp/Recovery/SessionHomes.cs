using HotReload.Lsp.Hosting;
using HotReload.Runtime.Processes;

namespace HotReload.Lsp.Recovery;

/// <summary>The folders of this user's sessions, of all servers.</summary>
/// <param name="path">Where they are.</param>
/// <param name="version">This server's version.</param>
/// <param name="log">Is told of what can't be used.</param>
internal sealed class SessionHomes(string path, string version, ServerLog log)
{
    /// <summary>This server's version, for the records.</summary>
    public string Version => version;

    /// <summary>A folder for a new session; null where the disk does not take it, and then nobody can go on with the session.</summary>
    public SessionHome? Create()
    {
        try
        {
            return SessionHome.Create(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Warning($"Should the server be killed, its sessions are lost: {exception.Message}");
            return null;
        }
    }

    /// <summary>The sessions of a client whose server has ended. What others have left, and will not come for, is removed.</summary>
    public IEnumerable<LostSession> TakeLost(ProcessIdentity owner)
    {
        foreach (var folder in Folders())
        {
            // Its client is about to start a server of its own, which must not find it taken, be it for a moment.
            if (SessionHome.Read(folder) is { } other && other.Version == version && other.Owner != owner && other.Owner.Runs())
            {
                continue;
            }

            if (SessionHome.TryTake(folder) is not { } home)
            {
                continue;
            }

            var record = SessionHome.Read(folder);
            if (record?.Version == version && record.Owner == owner)
            {
                yield return new(home, record);
            }
            else
            {
                log.Information($"A session that nobody goes on with is removed{(record is null ? ": nothing says how it was started" : "")}.");
                home.Dispose();
            }
        }
    }

    string[] Folders()
    {
        try
        {
            return Directory.Exists(path) ? Directory.GetDirectories(path) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Warning($"Sessions of an earlier server could not be looked for: {exception.Message}");
            return [];
        }
    }
}
