using System.Globalization;

namespace HotReload.Runtime.Processes;

/// <summary>Reads <c>/proc</c>.</summary>
sealed class LinuxProcessTable : IProcessTable
{
    // Fields of /proc/<id>/stat after the name in parentheses; proc(5) counts them from 3.
    const int StateField = 0;
    const int ParentField = 1;
    const int StartTimeField = 19;

    public ProcessIdentity? Find(int id)
    {
        var fields = Stat(id);
        return fields is null || fields[StateField] is "Z" or "X"
            ? null
            : new(id, long.Parse(fields[StartTimeField], CultureInfo.InvariantCulture));
    }

    public Task? TryWaitForEnd(ProcessIdentity process, CancellationToken cancellationToken)
    {
        var ended = LinuxProcessEnd.TryWait(process.Id, cancellationToken);

        // Another one may have got its id.
        return ended is not null && Find(process.Id) == process ? ended : null;
    }

    public IReadOnlyList<ProcessIdentity> Descendants(int id) =>
        ProcessFamily.Identify(ProcessFamily.Descendants(id, All()), this);

    public IReadOnlyList<string> Arguments(int id) => Read(id, "cmdline")?.Split('\0') ?? [];

    static IEnumerable<(int Id, int Parent)> All()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Stat(id) is { } fields)
            {
                yield return (id, int.Parse(fields[ParentField], CultureInfo.InvariantCulture));
            }
        }
    }

    static string[]? Stat(int id)
    {
        // The name may hold anything, blanks and parentheses included.
        var stat = Read(id, "stat") ?? "";
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > StartTimeField ? fields : null;
    }

    static string? Read(int id, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{file}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or never was.
            return null;
        }
    }
}
