using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Core.Pipeline;

/// <summary>The sentences of a report.</summary>
public static class ReloadWording
{
    /// <summary>The compiler's code for a generator that threw.</summary>
    public const string GeneratorFailure = "CS8785";

    /// <summary>What the program runs after a rollback, and until when.</summary>
    public const string RolledBack =
        "The program runs the text before the change, until one of its files changes again or the changes are applied by hand.";

    /// <summary>What changed, as the subject of a sentence.</summary>
    public static string Members(ImmutableArray<ChangedMember> members) => members.Length switch
    {
        0 => "The change was",
        1 => $"{members[0].Name}",
        _ => $"{members[0].Name} and {Count(members.Length - 1, "other member")}",
    };

    /// <summary>What the program's code may use from now on.</summary>
    public static string Assemblies(ImmutableArray<string> paths) =>
        $"{string.Join(", ", paths.Select(Path.GetFileNameWithoutExtension).Distinct().Order(StringComparer.Ordinal))} can be used from now on.";

    /// <summary>Why text is held back, with the first error and its place.</summary>
    public static string Held(ImmutableArray<ReloadDiagnostic> diagnostics) =>
        Errors(diagnostics) is { } errors
            ? $"{errors} {FailedGenerator(diagnostics)}The program runs on unchanged."
            : "The change can't be compiled; the program runs on unchanged.";

    /// <summary>Why text would be held back, with the first error and its place.</summary>
    public static string WouldBeHeld(ImmutableArray<ReloadDiagnostic> diagnostics) =>
        Errors(diagnostics) is { } errors ? $"{errors} {FailedGenerator(diagnostics)}".TrimEnd() : "It can't be compiled.";

    static string? Errors(ImmutableArray<ReloadDiagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? null : $"{Count(errors.Count, "error")}, the first {Place(errors[0])}: {Sentence(errors[0].Message)}";
    }

    /// <summary>A generator that threw is why the code that it writes is missed.</summary>
    static string FailedGenerator(ImmutableArray<ReloadDiagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == GeneratorFailure) is { } failure
            ? Sentence(failure.Message.Split('\n')[0].Trim()) + " "
            : "";

    /// <summary>Why a restart is needed, with the first reason and its place.</summary>
    public static string RestartRequired(ImmutableArray<ReloadDiagnostic> diagnostics)
    {
        var reason = RestartReasons.In(diagnostics).FirstOrDefault();
        return reason is null
            ? "The change takes effect only with a restart."
            : $"The change takes effect only with a restart. {reason.Code} {Place(reason)}: {Sentence(reason.Message)}";
    }

    /// <summary>A compiler's message, ended as a sentence: more may follow it.</summary>
    public static string Sentence(string message) => message.EndsWith('.') || message.EndsWith('!') || message.EndsWith('?')
        ? message
        : message + ".";

    /// <summary>A number with its noun.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    static string Place(ReloadDiagnostic diagnostic) => diagnostic.File is null
        ? "in the project"
        : $"in {Path.GetFileName(diagnostic.File)}:{diagnostic.Range.Start.Line + 1}";
}
