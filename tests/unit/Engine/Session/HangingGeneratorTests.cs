using System.Collections.Immutable;
using HotReload.Engine.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>With Roslyn's own workspace and a generator that hangs over some text.</summary>
public sealed class HangingGeneratorTests
{
    const string Asleep = "class Sloth { }";

    [Test]
    public async Task FAULT_26_a_generator_that_hangs_is_told_and_other_text_of_the_same_project_compiles()
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("App", LanguageNames.CSharp).AddAnalyzerReference(new SleepyReference());
        var document = project.AddDocument("A.cs", SourceText.From("class Bear { }"));
        var bounded = new BoundedCompilation(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        Assert.That(await bounded.RunAsync(document.Project, CancellationToken.None), Is.Null);

        var hanging = document.WithText(SourceText.From(Asleep)).Project;
        var told = await bounded.RunAsync(hanging, CancellationToken.None);
        Assert.That((told?.Code, told?.Severity), Is.EqualTo((BoundedCompilation.Code, (DiagnosticSeverity?)DiagnosticSeverity.Error)));
        Assert.That(told!.Message, Does.Contain("App was not compiled within 0.3 seconds").And.Contain("Sleepy"));

        var mended = hanging.GetDocument(document.Id)!.WithText(SourceText.From("class Cat { }")).Project;
        Assert.That(await bounded.RunAsync(mended, CancellationToken.None), Is.Null);
    }

    sealed class SleepyReference : AnalyzerReference
    {
        public override string FullPath => "/generators/Sleepy.dll";

        public override string Display => "Sleepy";

        public override object Id => nameof(SleepyReference);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [new SleepyGenerator().AsSourceGenerator()];
    }

    sealed class SleepyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider,
            (_, compilation) =>
            {
                if (compilation.ContainsSymbolsWithName("Sloth"))
                {
                    // Listens to nobody.
                    Thread.Sleep(Timeout.Infinite);
                }
            });
    }
}
