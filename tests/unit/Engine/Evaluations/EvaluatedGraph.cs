using System.Collections.Immutable;
using HotReload.Engine.Evaluations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.UnitTests.Engine.Evaluations;

/// <summary>
/// Projects as MSBuild would evaluate them, in words: "App: Lib, Maker! @other" refers to Lib, is compiled with Maker, and has another
/// output than usual. What was said first is what was kept.
/// </summary>
sealed class EvaluatedGraph
{
    readonly Dictionary<string, string> _sayings = [];
    readonly List<string> _evaluated = [];
    List<ProjectInfo> _kept = [];
    EvaluatedProjects? _result;

    /// <summary>What was evaluated, in order; several at once are joined by "+".</summary>
    public string Evaluated => string.Join(' ', _evaluated);

    /// <summary>The projects of the result that were not evaluated again.</summary>
    public string Kept => string.Join(' ', _result!.All.Where(project => _result.Kept.Contains(project.Id)).Select(project => project.Name).Order());

    /// <summary>The project files say this from now on.</summary>
    public void Say(params string[] projects)
    {
        foreach (var project in projects)
        {
            _sayings[NameOf(project)] = project;
        }

        if (_kept.Count == 0)
        {
            _kept = Make("App", []);
        }
    }

    /// <summary>A project was evaluated beside the others.</summary>
    public void Keep(string name) => _kept = [.. _kept, .. Make(name, [])];

    /// <summary>What comes of it when these have changed, in words; null where all must be evaluated.</summary>
    /// <remarks>Not asynchronous, and no array by value in a closure: both would have Roslyn's types in their layout, before their home is known.</remarks>
    public string? Run(params string[] changed)
    {
        var kept = new KeptEvaluations("", [.. _kept], [.. changed.Select(PathOf)], default);
        _result = new PartialEvaluation(PathOf("App"), kept, EvaluateAsync).RunAsync().GetAwaiter().GetResult();
        return _result is null ? null : string.Join("; ", _result.All.Select(project => Describe(project, _result.All)).Order(StringComparer.Ordinal));
    }

    Task<ImmutableArray<ProjectInfo>> EvaluateAsync(string path, IReadOnlyCollection<ProjectInfo> known)
    {
        var found = Make(Path.GetFileNameWithoutExtension(path), known);
        _evaluated.Add(string.Join('+', found.Select(project => project.Name).Order()));
        return Task.FromResult(found.ToImmutableArray());
    }

    /// <summary>A project and what it refers to, deepest first, save for what is known.</summary>
    List<ProjectInfo> Make(string name, IReadOnlyCollection<ProjectInfo> known)
    {
        var made = new List<ProjectInfo>();
        Add(name);
        return made;

        ProjectInfo Add(string name)
        {
            if (known.Concat(made).FirstOrDefault(project => project.Name == name) is { } there)
            {
                return there;
            }

            var references = ReferencesOf(name).ToLookup(reference => reference.EndsWith('!'), reference => Add(reference.TrimEnd('!')));
            made.Add(ProjectInfo.Create(
                ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp, PathOf(name),
                $"/out/{name}{(_sayings[name].Contains('@', StringComparison.Ordinal) ? "2" : "")}.dll",
                projectReferences: references[false].Select(project => new ProjectReference(project.Id)),
                analyzerReferences: references[true].Select(project => new UnresolvedAnalyzerReference(project.OutputFilePath!))));
            return made[^1];
        }
    }

    string[] ReferencesOf(string name) => _sayings[name].Split(':') is [_, var references]
        ? references.Split('@')[0].Split(',', StringSplitOptions.TrimEntries)
        : [];

    static string Describe(ProjectInfo project, IReadOnlyList<ProjectInfo> all)
    {
        var references = project.ProjectReferences.Select(reference => all.Single(other => other.Id == reference.ProjectId).Name)
            .Concat(project.AnalyzerReferences.Select(reference => all.Single(other => other.OutputFilePath == reference.FullPath).Name + "!"))
            .Order(StringComparer.Ordinal).ToList();
        return project.Name + (references.Count == 0 ? "" : ": " + string.Join(", ", references))
            + (project.OutputFilePath!.Contains('2', StringComparison.Ordinal) ? " @other" : "");
    }

    static string NameOf(string saying) => saying.Split(':', '@', ' ')[0];

    static string PathOf(string name) => $"/p/{name}.csproj";
}
