using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.Engine.Loading;

/// <summary>
/// Leaves out the SDK's generators that have nothing to do in a project, until a text of it says what they look for. A generator that makes nothing
/// costs all the same: the runtime compiles its whole pipeline before a first edit, and each edit goes through it.
/// </summary>
internal static partial class DormantGenerators
{
    /// <summary>
    /// What has to stand in a file before the generators of an assembly make anything or report anything: each begins with the attribute or the
    /// call of that name, and an alias says it, too. Those that are not here make something out of other things, or are asked for by the project.
    /// </summary>
    static readonly FrozenDictionary<string, SearchValues<string>> s_words = new Dictionary<string, string[]>
    {
        ["Microsoft.Extensions.Logging.Generators.dll"] = ["LoggerMessage"],
        ["Microsoft.Extensions.Options.SourceGeneration.dll"] = ["OptionsValidator"],
        ["Microsoft.Extensions.Validation.ValidationsGenerator.dll"] = ["AddValidation"],
        ["Microsoft.Interop.ComInterfaceGenerator.dll"] = ["GeneratedComInterface", "GeneratedComClass", "VirtualMethodIndex"],
        ["Microsoft.Interop.JavaScript.JSImportGenerator.dll"] = ["JSImport", "JSExport"],
        ["Microsoft.Interop.LibraryImportGenerator.dll"] = ["LibraryImport"],
        ["System.Text.Json.SourceGeneration.dll"] = ["JsonSerializable"],
        ["System.Text.RegularExpressions.Generator.dll"] = ["GeneratedRegex"],
    }.ToFrozenDictionary(entry => entry.Key, entry => SearchValues.Create(entry.Value, StringComparison.Ordinal), PathIdentity.Comparer);

    /// <summary>The versions whose generators were read; a later one may look for more.</summary>
    static readonly (int First, int Last) s_versions = (8, 10);

    /// <summary>By path, whether an assembly is of one of them: all projects of a program have the same.</summary>
    static readonly ConcurrentDictionary<string, bool> s_areRead = new(PathIdentity.Comparer);

    /// <summary>The solution with the generators that its texts call for, and no other of these. All texts must be in memory.</summary>
    public static Solution Settle(Solution solution)
    {
        foreach (var project in solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
        {
            if (project.AnalyzerReferences.Any(reference => WordsOf(reference) is not null) && project.AnalyzerReferences.All(IsUnderstood))
            {
                var texts = project.Documents.Select(document => document.TryGetText(out var text) ? WithoutEscapes(text.ToString()) : "").ToList();
                solution = With(solution, project, reference => Settle(reference, texts));
            }
        }

        return solution;
    }

    /// <summary>The solution with the generators, too, that the new text of a file calls for.</summary>
    public static Solution Wake(Solution solution, string path, string text)
    {
        var plain = WithoutEscapes(text);
        foreach (var project in TextPinning.FindIds(solution, path).Select(solution.GetDocument).OfType<Document>().Select(document => document.Project))
        {
            solution = With(solution, project, reference => reference is DormantReference ? Settle(reference, [plain]) : reference);
        }

        return solution;
    }

    static Solution With(Solution solution, Project project, Func<AnalyzerReference, AnalyzerReference> settle)
    {
        var references = project.AnalyzerReferences.Select(settle).ToList();
        return references.SequenceEqual(project.AnalyzerReferences, ReferenceEqualityComparer.Instance)
            ? solution
            : solution.WithProjectAnalyzerReferences(project.Id, references);
    }

    static AnalyzerReference Settle(AnalyzerReference reference, List<string> texts)
    {
        if (WordsOf(reference) is not { } words)
        {
            return reference;
        }

        var awake = (reference as DormantReference)?.Awake ?? reference;
        return texts.Exists(text => text.AsSpan().ContainsAny(words)) ? awake : reference as DormantReference ?? new DormantReference(awake, words);
    }

    static SearchValues<string>? WordsOf(AnalyzerReference reference) => reference is DormantReference dormant ? dormant.Words
        : reference.FullPath is { } path && s_words.TryGetValue(Path.GetFileName(path), out var words) && s_areRead.GetOrAdd(path, IsRead) ? words
        : null;

    static bool IsRead(string path)
    {
        try
        {
            return AssemblyName.GetAssemblyName(path).Version is { } version && version.Major >= s_versions.First && version.Major <= s_versions.Last;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            // Whoever needs it says what is wrong with it.
            return false;
        }
    }

    /// <summary>
    /// A generator of somebody else's may add text of its own before the others run (<c>RegisterPostInitializationOutput</c>), and that may say what
    /// they look for.
    /// </summary>
    static bool IsUnderstood(AnalyzerReference reference) =>
        WordsOf(reference) is not null
        || (reference.FullPath is { } path && SdkFolder().IsMatch(path))
        || reference.GetGenerators(LanguageNames.CSharp).IsEmpty;

    /// <summary>A folder of an SDK, or of a package that it takes the same files from for an older framework.</summary>
    [GeneratedRegex(@"[\\/](sdk[\\/][^\\/]+[\\/]Sdks|packs[\\/][^\\/]+\.App\.Ref|microsoft\.(netcore|aspnetcore)\.app\.ref)[\\/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SdkFolder();

    /// <summary>A text as the compiler reads its names, which can be written with escapes.</summary>
    static string WithoutEscapes(string text) =>
        text.Contains("\\u", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(text, Unescape) : text;

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    static string Unescape(Match escape)
    {
        var value = int.Parse(escape.Groups[1].Success ? escape.Groups[1].ValueSpan : escape.Groups[2].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return value is >= 0 and < 0x80 ? ((char)value).ToString() : "";
    }
}
