namespace HotReload.Testing.Editing;

/// <summary>What no log may tell: values of the environment, and the text of buffers. Every test's log is searched for both.</summary>
static class LogSecrets
{
    /// <summary>A variable that every server of a test has, with a value that stands nowhere else.</summary>
    public const string Variable = "HOTRELOAD_TEST_CANARY";

    /// <summary>Shorter lines may stand in a log by chance.</summary>
    const int LineLength = 24;

    /// <summary>What a log tells of them; empty, as it should be.</summary>
    public static IReadOnlyList<string> Find(string log, string canary, IEnumerable<EditorBuffer> buffers) =>
    [
        .. buffers.SelectMany(buffer => buffer.Text.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length >= LineLength)
            .Append(canary)
            .Where(secret => log.Contains(secret, StringComparison.Ordinal)),
    ];
}
