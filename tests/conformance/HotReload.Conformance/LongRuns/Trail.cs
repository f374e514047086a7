using System.Collections.Immutable;
using System.Text.Json;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Fixtures;
using Files = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace HotReload.Conformance.LongRuns;

/// <summary>
/// What was done last in a long run and what came of it, a line for each deed: a run that has found something depends on time and is hardly made
/// again by its seed alone.
/// </summary>
sealed class Trail
{
    /// <summary>How many deeds are kept: more than lie between two comparisons with a build.</summary>
    const int Longest = 80;

    readonly List<TrailStep> _steps = [];
    Files _files = Files.Empty;

    /// <summary>Adds a deed.</summary>
    /// <param name="deed">Its name.</param>
    /// <param name="after">The files after it.</param>
    /// <param name="results">What the server said.</param>
    /// <param name="state">The session's state.</param>
    /// <param name="answer">What the program answers then; null where it does not.</param>
    public void Add(string deed, Files after, IEnumerable<ReloadResult> results, StatusParams state, string? answer)
    {
        var changed = after.Where(file => _files.GetValueOrDefault(file.Key) != file.Value).Select(file => KeyValuePair.Create(file.Key, (string?)file.Value));
        var gone = _files.Keys.Except(after.Keys).Select(path => KeyValuePair.Create(path, (string?)null));
        _steps.Add(new(deed, changed.Concat(gone).ToImmutableSortedDictionary(), [.. results.Select(Describe)], $"{state.State}: {state.Message}", answer));
        _files = after;
        if (_steps.Count > Longest)
        {
            // The oldest becomes part of where it all begins.
            _steps[1] = _steps[1] with { Files = _steps[0].Files.SetItems(_steps[1].Files) };
            _steps.RemoveAt(0);
        }
    }

    /// <summary>Writes all of it, the first line with every file.</summary>
    /// <returns>Where to.</returns>
    public string Write(int seed)
    {
        var path = Path.Combine(RepositoryRoot.Path, "artifacts", "long-runs", FormattableString.Invariant($"seed-{seed}.jsonl"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, _steps.Select(step => JsonSerializer.Serialize(step, ConformanceJson.Line)));
        return path;
    }

    /// <summary>Reads what was written.</summary>
    public static ImmutableArray<TrailStep> Read(string path) =>
        [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<TrailStep>(line, ConformanceJson.Line)!)];

    static string Describe(ReloadResult result) =>
        $"{result.Outcome} by {result.Cause}: {result.Message} {string.Join(' ', result.Diagnostics.Select(each => $"[{each.Code} {each.Message}]"))}".TrimEnd();
}
