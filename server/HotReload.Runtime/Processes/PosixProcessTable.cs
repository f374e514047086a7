using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace HotReload.Runtime.Processes;

/// <summary>Asks <c>ps</c>, which every Unix has; used where there is no <c>/proc</c>.</summary>
sealed class PosixProcessTable : IProcessTable
{
    public ProcessIdentity? Find(int id) => StartedProcess.Find(id);

    public IReadOnlyList<ProcessIdentity> Descendants(int id) =>
        ProcessFamily.Identify(ProcessFamily.Descendants(id, All()), this);

    /// <summary>Cut at blanks, as the system does not tell one argument from the next.</summary>
    public IReadOnlyList<string> Arguments(int id) =>
        [.. Ask("-p", id.ToString(CultureInfo.InvariantCulture), "-o", "args=").SelectMany(fields => fields)];

    static IEnumerable<(int Id, int Parent)> All() =>
        from fields in Ask("-axo", "pid=,ppid=")
        where fields.Length == 2 && fields.All(field => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        select (int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture));

    static List<string[]> Ask(params string[] arguments)
    {
        var lines = new List<string[]>();
        try
        {
            using var ps = Process.Start(new ProcessStartInfo("ps", arguments) { RedirectStandardOutput = true });
            while (ps?.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }
        catch (Win32Exception)
        {
            // There is no ps: what Process.Kill finds of the tree must do.
        }

        return lines;
    }
}
