using System.Collections.Immutable;
using HotReload.Conformance.Cases;
using HotReload.Testing.Fixtures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HotReload.Conformance.Soak;

/// <summary>
/// A day's edits of a program, from a seed: the same seed makes the same edits. Most of them compile; some don't, as with people, and are
/// mended by the next. What was undone comes back, files come and go, several change at once.
/// </summary>
sealed class EditSequence
{
    /// <summary>Those that the SDK gives a console program.</summary>
    const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    static readonly CSharpParseOptions s_parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Soak",
        [CSharpSyntaxTree.ParseText(Usings, s_parsing)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "Microsoft.CSharp.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    readonly Random _random;
    readonly SyntaxEdits _edits;
    readonly List<ImmutableSortedDictionary<string, string>> _states = [];
    readonly int _seed;

    EditSequence(int seed)
    {
        (_seed, _random) = (seed, new Random(seed));
        _edits = new(_random);
    }

    /// <summary>The program and its edits, as a case whose every step is held against a build.</summary>
    public static ConformanceCase Create(int seed, int edits) => new EditSequence(seed).Create(edits);

    ConformanceCase Create(int edits)
    {
        var start = ReadSeedProgram();
        _states.Add(start);
        var shown = start;
        var steps = ImmutableArray.CreateBuilder<CaseStep>();
        while (steps.Count < edits)
        {
            var next = Next();
            if (_random.Next(10) == 0)
            {
                // Half typed, and saved all the same.
                shown = AddStep(steps, shown, Break(next));
            }

            shown = AddStep(steps, shown, next);
            _states.Add(next);
        }

        return new($"seed {_seed}", start, steps.ToImmutable()) { Subject = "soak" };
    }

    static ImmutableSortedDictionary<string, string> ReadSeedProgram() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests", "fixtures", "soak"), "*.cs")
            .ToImmutableSortedDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    static ImmutableSortedDictionary<string, string> AddStep(
        ImmutableArray<CaseStep>.Builder steps, ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after)
    {
        var changed = after.Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => KeyValuePair.Create(file.Key, (string?)file.Value));
        var deleted = before.Keys.Where(path => !after.ContainsKey(path)).Select(path => KeyValuePair.Create(path, (string?)null));
        steps.Add(new(changed.Concat(deleted).ToImmutableSortedDictionary(StringComparer.Ordinal)));
        return after;
    }

    /// <summary>The next text that compiles.</summary>
    ImmutableSortedDictionary<string, string> Next()
    {
        for (; ; )
        {
            if (Edit(_states[^1]) is { } next && Compiles(next))
            {
                return next;
            }
        }
    }

    ImmutableSortedDictionary<string, string>? Edit(ImmutableSortedDictionary<string, string> files) => _random.Next(20) switch
    {
        0 => _states[_random.Next(Math.Max(0, _states.Count - 12), _states.Count)],
        1 => files.SetItem(_edits.Number("Added#.cs"), _edits.Number(Snippets.Files[_random.Next(Snippets.Files.Length)])),
        2 => Rename(files),
        3 => files.Keys.FirstOrDefault(path => path.StartsWith("Added", StringComparison.Ordinal)) is { } added ? files.Remove(added) : null,
        4 => EditOne(files) is { } one ? EditOne(one) : null,
        _ => EditOne(files),
    };

    ImmutableSortedDictionary<string, string>? EditOne(ImmutableSortedDictionary<string, string> files)
    {
        // What takes the notes is no part of the game.
        var paths = files.Keys.Where(path => path != "Log.cs").ToList();
        var path = paths[_random.Next(paths.Count)];
        return _edits.Make(files[path]) is { } text ? files.SetItem(path, text) : null;
    }

    /// <summary>A file under another name, its text the same.</summary>
    ImmutableSortedDictionary<string, string>? Rename(ImmutableSortedDictionary<string, string> files)
    {
        var path = files.Keys.ElementAt(_random.Next(files.Count));
        var target = path.StartsWith('_') ? path[1..] : $"_{path}";
        return path is "Log.cs" ? null : files.Remove(path).Add(target, files[path]);
    }

    ImmutableSortedDictionary<string, string> Break(ImmutableSortedDictionary<string, string> files)
    {
        var path = files.Keys.ElementAt(_random.Next(files.Count));
        var text = files[path];
        return files.SetItem(path, _random.Next(2) == 0
            ? text + "\nclass Half { void Typed( "
            : text + "\nclass Unknown_ : NoSuchType { }");
    }

    static bool Compiles(ImmutableSortedDictionary<string, string> files) =>
        !s_empty.AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(file.Value, s_parsing, path: file.Key)))
            .GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
