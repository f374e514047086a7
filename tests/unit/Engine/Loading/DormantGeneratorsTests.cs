using HotReload.Engine.Loading;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class DormantGeneratorsTests
{
    /// <summary>All that their generators look at, and none of the words.</summary>
    const string Ordinary = """
        using System;
        using System.Runtime.InteropServices;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.RegularExpressions;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddLogging();
        builder.Services.AddOptions<Cup>().ValidateDataAnnotations();
        var app = builder.Build();
        app.MapPost("/cups", (Cup cup) => cup.Name);
        app.Logger.LogInformation("{Count} cups", 2);

        [JsonDerivedType(typeof(Cup))]
        partial class Cup
        {
            [JsonPropertyName("name"), System.ComponentModel.DataAnnotations.Required]
            public string Name { get; set; } = "";
            [DllImport("libc")]
            static extern int getpid();
            public partial string Say();
            public partial string Say() => Regex.Match(Name, "[a-z]+").Value + JsonSerializer.Serialize(this) + getpid();
        }

        [ComImport, Guid("3faca0d2-e7f1-4e9c-82a6-404fd6e0aab8")]
        interface ICup { void Fill(int amount); }
        """;

    const string Nothing = """
        using Microsoft.CodeAnalysis;

        [Generator]
        public sealed class Nothing : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) { }
        }
        """;

    static readonly string s_path = Path.Combine(Path.GetTempPath(), "Shop", "Cup.cs");

    /// <summary>The file with generators, and a text that calls for them.</summary>
    static readonly TestCaseData[] s_generators =
    [
        new("Microsoft.Extensions.Logging.Generators.dll", "[LoggerMessage(1)]"),
        new("Microsoft.Extensions.Options.SourceGeneration.dll", "[OptionsValidator]"),
        new("Microsoft.Extensions.Validation.ValidationsGenerator.dll", "services.AddValidation();"),
        new("Microsoft.Interop.ComInterfaceGenerator.dll", "[GeneratedComInterface]"),
        new("Microsoft.Interop.ComInterfaceGenerator.dll", "[GeneratedComClass]"),
        new("Microsoft.Interop.JavaScript.JSImportGenerator.dll", "[JSExport]"),
        new("Microsoft.Interop.LibraryImportGenerator.dll", "using Alias = System.Runtime.InteropServices.LibraryImportAttribute;"),
        new("System.Text.Json.SourceGeneration.dll", "[System.Text.Json.Serialization.JsonSerializableAttribute(typeof(int))]"),
        new("System.Text.RegularExpressions.Generator.dll", "[GeneratedRegex(\"a\")]"),
        new("System.Text.RegularExpressions.Generator.dll", "[Generated\\u0052egex(\"a\")]"),
        new("System.Text.RegularExpressions.Generator.dll", "[Generated\\U00000052egex(\"a\")]"),
    ];

    /// <summary>What leaving them out rests on.</summary>
    [TestCaseSource(nameof(s_generators))]
    public void They_make_nothing_of_a_text_without_their_words(string file, string _)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Shop", [CSharpSyntaxTree.ParseText(Ordinary, options, s_path)], References.Select(path => MetadataReference.CreateFromFile(path)));
        var generators = Load(file).GetGenerators(LanguageNames.CSharp);

        Assert.That(generators.Length, Is.Positive);
        Assert.That(MadeBy(CSharpGeneratorDriver.Create(generators, parseOptions: options).RunGenerators(compilation)), Is.Empty);
    }

    [TestCaseSource(nameof(s_generators))]
    public void They_are_left_out_until_a_text_has_one(string file, string text)
    {
        var reference = Load(file);
        var settled = DormantGenerators.Settle(SolutionWith(Ordinary, reference));
        var woken = DormantGenerators.Wake(settled, s_path, Ordinary + text);

        Assert.Multiple(() =>
        {
            Assert.That(GeneratorsOf(settled), Is.Zero);
            Assert.That(settled.Projects.Single().AnalyzerReferences.Single().FullPath, Is.EqualTo(reference.FullPath));
            Assert.That(woken.Projects.Single().AnalyzerReferences, Is.EqualTo(new[] { reference }));
        });
    }

    [TestCaseSource(nameof(s_generators))]
    public void They_are_there_where_a_text_has_one_from_the_start(string file, string text) =>
        Assert.That(GeneratorsOf(DormantGenerators.Settle(SolutionWith(Ordinary + text, Load(file)))), Is.Positive);

    [Test]
    public void A_text_without_their_words_wakes_none()
    {
        var settled = DormantGenerators.Settle(SolutionWith(Ordinary, Load("System.Text.Json.SourceGeneration.dll")));
        Assert.That(DormantGenerators.Wake(settled, s_path, Ordinary + "[GeneratedRegex(\"a\")]"), Is.SameAs(settled));
    }

    [Test]
    public void They_go_again_with_the_last_text_that_has_one()
    {
        var settled = DormantGenerators.Settle(SolutionWith(Ordinary + "[GeneratedRegex(\"a\")]", Load("System.Text.RegularExpressions.Generator.dll")));
        var without = settled.WithDocumentText(settled.Projects.Single().DocumentIds.Single(), SourceText.From(Ordinary));
        Assert.That(GeneratorsOf(DormantGenerators.Settle(without)), Is.Zero);
    }

    [TestCase("")]
    [TestCase("no assembly")]
    public void A_file_that_can_not_be_read_is_left_to_whoever_needs_it(string content)
    {
        using var folder = new TemporaryFolder();
        var path = content.Length == 0 ? folder.At("System.Text.Json.SourceGeneration.dll") : folder.Write("System.Text.Json.SourceGeneration.dll", content);
        var solution = SolutionWith(Ordinary, new AnalyzerFileReference(path, new FreshAssemblyLoader()));

        Assert.That(DormantGenerators.Settle(solution), Is.SameAs(solution));
    }

    /// <summary>It may say their words in text of its own, wherever it lies.</summary>
    [TestCase("made.generator")]
    [TestCase("sdk")]
    public void None_is_left_out_beside_a_generator_of_somebody_elses(string place)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At(place));
        var foreign = EmittedGenerator.Make(Nothing, folder.At(Path.Combine(place, "Nothing.dll")));
        var settled = DormantGenerators.Settle(SolutionWith(Ordinary, Load("System.Text.Json.SourceGeneration.dll"), foreign));
        Assert.That(GeneratorsOf(settled), Is.EqualTo(2));
    }

    /// <summary>Without lambdas: no type of these tests may have one of Roslyn's in its layout.</summary>
    static List<string> MadeBy(GeneratorDriver driver)
    {
        var made = new List<string>();
        foreach (var result in driver.GetRunResult().Results)
        {
            made.AddRange(result.Exception is { } exception ? [exception.ToString()] : []);
            foreach (var source in result.GeneratedSources)
            {
                made.Add(source.HintName);
            }

            foreach (var diagnostic in result.Diagnostics)
            {
                made.Add(diagnostic.ToString());
            }
        }

        return made;
    }

    static int GeneratorsOf(Solution solution) =>
        solution.Projects.Single().AnalyzerReferences.Sum(reference => reference.GetGenerators(LanguageNames.CSharp).Length);

    static string Packs => Path.Combine(Path.GetDirectoryName(RoslynSetUp.Sdk.DotnetExecutable)!, "packs");

    /// <summary>Those of a web program.</summary>
    static IEnumerable<string> References => new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" }
        .SelectMany(pack => Directory.EnumerateFiles(Path.Combine(Newest(Path.Combine(Packs, pack)), "ref", "net10.0"), "*.dll"));

    static AnalyzerFileReference Load(string file) =>
        new(Directory.EnumerateFiles(Packs, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last(), new FreshAssemblyLoader());

    static string Newest(string folder) => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Last();

    static Solution SolutionWith(string text, params AnalyzerReference[] references)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(id, VersionStamp.Create(), "Shop", "Shop", LanguageNames.CSharp, analyzerReferences: references);
        return TextPinning.Add(
            new AdhocWorkspace().CurrentSolution.AddProject(project), DocumentId.CreateNewId(id), Path.GetFileName(s_path), SourceText.From(text), s_path);
    }
}
