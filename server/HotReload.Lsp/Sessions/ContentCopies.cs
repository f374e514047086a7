using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Keeps what a build copies beside the program as a build would have it, and says so.</summary>
internal sealed class ContentCopies(SessionServices services, string session)
{
    /// <summary>Takes a file that something happened to.</summary>
    /// <param name="run">What runs; null where nothing does, and then the next start copies.</param>
    /// <param name="path">Full path of the file.</param>
    public void Take(SessionRun? run, string path)
    {
        try
        {
            if (run?.Engine.CopyContent(path) is { } copy)
            {
                services.Events.Publish(session, EventKinds.ContentCopied, "", $"{path} changed and was copied to {copy}, as a build does. The program has it when it reads it again.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            services.Events.Publish(
                session, EventKinds.Warning, "", $"{path} changed and could not be copied beside the program: {exception.Message} Save it again, or restart the program.");
        }
    }
}
