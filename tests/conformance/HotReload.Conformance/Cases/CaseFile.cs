using System.Collections.Immutable;
using System.Text.Json;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.Cases;

/// <summary>Reads cases: files with one JSON object a line.</summary>
static class CaseFile
{
    /// <summary>Where this repository's own cases lie.</summary>
    public static string BuiltInFolder => Path.Combine(RepositoryRoot.Path, "tests", "conformance", "cases");

    /// <summary>All cases of this repository.</summary>
    public static ImmutableArray<ConformanceCase> ReadBuiltIn() =>
        [.. Directory.EnumerateFiles(BuiltInFolder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(path => Read(path))];

    /// <summary>The cases of one file, in order.</summary>
    /// <exception cref="FormatException">A line is no case.</exception>
    public static ImmutableArray<ConformanceCase> Read(string path)
    {
        var subject = Path.GetFileNameWithoutExtension(path);
        return
        [
            .. File.ReadLines(path)
                .Select((text, index) => (Text: text, Number: index + 1))
                .Where(line => !string.IsNullOrWhiteSpace(line.Text))
                .Select(line => Parse(line.Text, $"{path}:{line.Number}") with { Subject = subject }),
        ];
    }

    static ConformanceCase Parse(string line, string place)
    {
        try
        {
            var read = JsonSerializer.Deserialize<ConformanceCase>(line, ConformanceJson.Line);
            return read is { Name: not null, Files: not null, Steps.IsDefault: false } && read.Steps.All(step => step.Files is not null)
                ? read
                : throw new FormatException($"{place}: a case has a name, files and steps, and each step has files.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{place}: {exception.Message}", exception);
        }
    }
}
