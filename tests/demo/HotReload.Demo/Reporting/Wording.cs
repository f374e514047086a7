using System.Globalization;
using HotReload.Core.Reload;

namespace HotReload.Demo.Reporting;

/// <summary>Words and colours for the parts of a result.</summary>
static class Wording
{
    /// <summary>An outcome in words.</summary>
    public static string Of(ReloadOutcome outcome) => outcome switch
    {
        ReloadOutcome.NoChange => "no change",
        ReloadOutcome.RestartRequired => "needs restart",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>An outcome's colour, as markup names it.</summary>
    public static string Colour(ReloadOutcome outcome) => outcome switch
    {
        ReloadOutcome.Applied or ReloadOutcome.Restarted => "green",
        ReloadOutcome.NoChange => "grey",
        ReloadOutcome.Failed => "red",
        _ => "yellow",
    };

    /// <summary>Milliseconds, short.</summary>
    public static string Milliseconds(double value) =>
        value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);

    /// <summary>The phases that took any time, each with its milliseconds.</summary>
    public static string Phases(PhaseTimings phases)
    {
        (string Name, double Value)[] all =
        [
            ("text", phases.Text), ("compile", phases.Compile), ("emit", phases.Emit),
            ("transport", phases.Transport), ("apply", phases.Apply), ("handlers", phases.Handlers),
        ];
        return string.Join(", ", all.Where(phase => phase.Value >= 0.05).Select(phase => $"{phase.Name} {Milliseconds(phase.Value)}"));
    }

    /// <summary>The members that changed, the first few by name.</summary>
    public static string Members(ReloadResult result)
    {
        const int Named = 3;
        var names = result.Members.Take(Named).Select(member => $"{member.Change.ToString().ToLowerInvariant()} {member.Name}");
        return string.Join(", ", names) + (result.Members.Length > Named ? $" and {result.Members.Length - Named} more" : "");
    }

    /// <summary>A diagnostic on one line, in the form that terminals make links of.</summary>
    public static string Of(ReloadDiagnostic diagnostic) =>
        diagnostic.File is { } file
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{file}:{diagnostic.Range.Start.Line + 1}:{diagnostic.Range.Start.Character + 1}: {diagnostic.Code} {diagnostic.Message}")
            : $"{diagnostic.Code} {diagnostic.Message}";
}
