namespace HotReload.FaultTests;

/// <summary>The folders of sessions, which outlive their servers.</summary>
static class SessionFolders
{
    static string Root { get; } = Path.Combine(ServerProcess.CacheFolder, "hotreload-lsp", "sessions");

    /// <summary>The journal of a process; null where there is none.</summary>
    public static string? FindJournal(int process) =>
        Directory.EnumerateFiles(Root, $"{process}.journal", SearchOption.AllDirectories).SingleOrDefault();

    /// <summary>The folder of a program that runs. Its journal is written beside what its server answers.</summary>
    public static async Task<string> OfAsync(LiveProgram program)
    {
        string? journal = null;
        while (journal is null)
        {
            journal = FindJournal((await program.Editor.SessionsAsync()).Single().Processes.Single());
        }

        return Path.GetDirectoryName(journal)!;
    }
}
