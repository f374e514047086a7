using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.Cases;

/// <summary>Reads cases: files with one JSON object a line. A line that is no case costs no other.</summary>
static class CaseFile
{
    /// <summary>Where this repository's own cases lie.</summary>
    public static string BuiltInFolder => Path.Combine(RepositoryRoot.Path, "tests", "conformance", "cases");

    /// <summary>All cases of this repository.</summary>
    public static ImmutableArray<ConformanceCase> ReadBuiltIn() =>
        [.. Directory.EnumerateFiles(BuiltInFolder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(path => Read(path))];

    /// <summary>The cases of one file, in order.</summary>
    public static ImmutableArray<ConformanceCase> Read(string path)
    {
        var subject = Path.GetFileNameWithoutExtension(path);
        return
        [
            .. File.ReadLines(path)
                .Select((text, index) => (Text: text, Number: index + 1))
                .Where(line => !string.IsNullOrWhiteSpace(line.Text))
                .Select(line => Parse(line.Text, $"{Path.GetFileName(path)}:{line.Number}") with { Subject = subject }),
        ];
    }

    /// <summary>The case of one line.</summary>
    /// <param name="line">JSON.</param>
    /// <param name="place">Names the line where it is no case.</param>
    public static ConformanceCase Parse(string line, string place)
    {
        try
        {
            var read = JsonSerializer.Deserialize<ConformanceCase>(line, ConformanceJson.Line);
            return FindFault(read) is { } fault ? ConformanceCase.Unreadable(read?.Name ?? place, $"{place}: {fault}") : read!;
        }
        catch (JsonException exception)
        {
            return ConformanceCase.Unreadable(place, $"{place}: This is no case as docs/testing.md describes them. {exception.Message}");
        }
    }

    static string? FindFault(ConformanceCase? read) => read switch
    {
        null => "A case is a JSON object.",
        { Name: null } => "A case has a \"name\".",
        { Files: null } => "A case has \"files\": the program that is started.",
        { Steps: { IsDefaultOrEmpty: true } } => "A case has \"steps\": at least one edit.",
        _ when read.Steps.Any(step => step?.Files is null) => "Each step has \"files\": what it changes.",
        _ => FindFileFault(read.Files) ?? FindPropertyFault(read.Project),
    };

    static string? FindFileFault(ImmutableSortedDictionary<string, string> files) =>
        files.FirstOrDefault(file => file.Value is null) is { Key: { } path }
            ? $"{path} has no text; only a step can take a file away."
            : null;

    static string? FindPropertyFault(ImmutableSortedDictionary<string, string>? project)
    {
        foreach (var name in project?.Keys ?? [])
        {
            try
            {
                XmlConvert.VerifyNCName(name);
            }
            catch (Exception exception) when (exception is XmlException or ArgumentNullException)
            {
                return $"'{name}' can be no property of a project.";
            }
        }

        return null;
    }
}
