using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HotReload.Conformance.Cases;

/// <summary>A program and the edits that are made to it while it runs.</summary>
/// <param name="Name">Names it in reports and for <c>--only</c>.</param>
/// <param name="Files">The program that is started: relative path to text.</param>
/// <param name="Steps">The edits, in order.</param>
/// <param name="Project">MSBuild properties of the project; null where those of a new console program do.</param>
public sealed record ConformanceCase(
    string Name,
    ImmutableSortedDictionary<string, string> Files,
    ImmutableArray<CaseStep> Steps,
    ImmutableSortedDictionary<string, string>? Project = null)
{
    /// <summary>The file that it was read from, without its ending; the subject of its row in the table of edits.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Why the line that it stands for is no case; null where it is one.</summary>
    [JsonIgnore]
    public string? Fault { get; init; }

    /// <summary>Stands for a line that is no case, so that it is reported in its place and the others are run.</summary>
    public static ConformanceCase Unreadable(string place, string fault) =>
        new(place, ImmutableSortedDictionary<string, string>.Empty, []) { Fault = fault };

    /// <summary>Cases of one key can be made from the same evaluated project.</summary>
    [JsonIgnore]
    public string ProjectKey => string.Join(';', (Project ?? ImmutableSortedDictionary<string, string>.Empty).Select(pair => $"{pair.Key}={pair.Value}"));
}
