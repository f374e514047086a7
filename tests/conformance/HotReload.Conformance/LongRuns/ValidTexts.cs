using System.Collections.Immutable;
using HotReload.Conformance.Soak;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Files = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace HotReload.Conformance.LongRuns;

/// <summary>Random changes of a code base that compile.</summary>
sealed class ValidTexts(Random random)
{
    /// <summary>Those that the SDK gives such projects.</summary>
    const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    static readonly CSharpParseOptions s_parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
    static readonly CSharpCompilationOptions s_options = new(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
    static readonly ImmutableArray<MetadataReference> s_framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "Microsoft.CSharp.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    readonly SyntaxEdits _edits = new(random);
    readonly Dictionary<string, (string Text, SyntaxTree Tree)> _trees = [];
    int _added;

    /// <summary>An edit of one file that may be edited.</summary>
    public (string Path, string Text) Edit(Files files)
    {
        var paths = files.Keys.Where(RealCodeBase.IsOpenToEdits).ToList();
        for (; ; )
        {
            // The shop is what answers; the rest is what there is much of.
            var path = paths[random.Next(paths.Count)];
            path = random.Next(2) == 0 || !path.StartsWith("Core", StringComparison.Ordinal) ? path : paths.Where(each => each.StartsWith("Host", StringComparison.Ordinal)).ElementAt(random.Next(3));
            if (_edits.Make(files[path]) is { } text && text != files[path] && Compiles(files.SetItem(path, text)))
            {
                return (path, text);
            }
        }
    }

    /// <summary>A file that nothing refers to yet.</summary>
    public (string Path, string Text) Add(Files files)
    {
        for (; ; )
        {
            var text = Snippets.Files[random.Next(Snippets.Files.Length)].Replace("#", $"{++_added + 9000}", StringComparison.Ordinal);
            var path = $"Host/Added{_added}.cs";
            if (Compiles(files.SetItem(path, text)))
            {
                return (path, text);
            }
        }
    }

    /// <summary>Text with errors, of a kind that people save.</summary>
    public string Break(string text) => random.Next(2) == 0 ? text + "\nclass Half { void Typed( " : text + "\nclass Unknown_ : NoSuchType { }";

    /// <summary>Whether a build of it would succeed.</summary>
    public bool Compiles(Files files)
    {
        var core = Compilation("Core", files, s_options.WithOutputKind(OutputKind.DynamicallyLinkedLibrary), s_framework);
        return !HasErrors(core) && !HasErrors(Compilation("Host", files, s_options, s_framework.Add(core.ToMetadataReference())));
    }

    static bool HasErrors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    CSharpCompilation Compilation(string project, Files files, CSharpCompilationOptions options, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        project,
        files.Where(file => file.Key.StartsWith(project + "/", StringComparison.Ordinal) && file.Key.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => TreeOf(file.Key, file.Key == RealCodeBase.Program ? RealCodeBase.CoreMain : file.Value)).Append(TreeOf($"{project}/Implicit.cs", Usings)),
        references,
        options);

    SyntaxTree TreeOf(string path, string text)
    {
        if (!_trees.TryGetValue(path, out var known) || known.Text != text)
        {
            known = (text, CSharpSyntaxTree.ParseText(text, s_parsing, path));
            _trees[path] = known;
        }

        return known.Tree;
    }
}
