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

    static List<(int Id, int Parent)> All()
    {
        var list = new List<(int, int)>();
        try
        {
            using var ps = Process.Start(new ProcessStartInfo("ps", ["-axo", "pid=,ppid="]) { RedirectStandardOutput = true });
            while (ps?.StandardOutput.ReadLine() is { } line)
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length == 2
                    && int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent))
                {
                    list.Add((id, parent));
                }
            }
        }
        catch (Win32Exception)
        {
            // There is no ps: what Process.Kill finds of the tree must do.
        }

        return list;
    }
}
