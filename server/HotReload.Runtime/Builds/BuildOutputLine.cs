using System.Globalization;
using System.Text.RegularExpressions;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.Runtime.Builds;

/// <summary>Reads MSBuild's canonical error line: <c>origin(line,column): error CODE: text [project]</c>.</summary>
public static partial class BuildOutputLine
{
    /// <summary>The diagnostic that a line says, or null when it says none.</summary>
    public static ReloadDiagnostic? Parse(string line)
    {
        if (Canonical().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var file = match.Groups["file"].Value.Trim();
        var start = new TextPosition(Number(match.Groups["line"]), Number(match.Groups["column"]));
        var end = match.Groups["endLine"].Success
            ? new TextPosition(Number(match.Groups["endLine"]), Number(match.Groups["endColumn"]))
            : start;
        return new(
            match.Groups["code"].Value,
            match.Groups["severity"].Value == "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            match.Groups["message"].Value.Trim(),
            Path.IsPathFullyQualified(file) ? Path.GetFullPath(file) : null,
            new(start, end),
            match.Groups["project"].Success ? ProjectName(match.Groups["project"].Value) : null);
    }

    /// <summary>Of a project with several target frameworks MSBuild adds which: <c>Shop.csproj::TargetFramework=net8.0</c>.</summary>
    static string ProjectName(string project) => Path.GetFileNameWithoutExtension(project.Split("::", 2)[0]);

    /// <summary>MSBuild counts from one, LSP from zero; a missing place is the file's start.</summary>
    static int Number(Group group) =>
        int.TryParse(group.Value, CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number - 1) : 0;

    [GeneratedRegex(
        @"^\s*(?<file>.*?)(\((?<line>\d+)(,(?<column>\d+))?(,(?<endLine>\d+),(?<endColumn>\d+))?\))?\s*:\s+(?<severity>error|warning)\s+(?<code>\w+)\s*:\s(?<message>.*?)(\s+\[(?<project>[^\]]+)\])?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Canonical();
}
