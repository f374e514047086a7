using HotReload.Core.Reload;
using HotReload.Engine.Session;
using HotReload.UnitTests.Engine.Loading;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>With Roslyn's own workspace and a generator that hangs over some text.</summary>
public sealed class HangingGeneratorTests
{
    const string Sleepy = """
        using System.Threading;
        using Microsoft.CodeAnalysis;

        [Generator]
        public sealed class SleepyGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
                context.CompilationProvider,
                (output, compilation) =>
                {
                    if (compilation.ContainsSymbolsWithName("Sloth"))
                    {
                        Thread.Sleep(Timeout.Infinite);
                    }
                });
        }
        """;

    [Test]
    public async Task FAULT_26_a_generator_that_hangs_is_told_and_other_text_of_the_same_project_compiles()
    {
        using var folder = new TemporaryFolder();
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("App", LanguageNames.CSharp).AddAnalyzerReference(EmittedGenerator.Make(Sleepy, folder.At("Sleepy.dll")));
        var document = project.AddDocument("A.cs", SourceText.From("class Bear { }"));
        var (clock, limit) = (new TestClock(), TimeSpan.FromSeconds(20));
        var bounded = new BoundedCompilation(limit, clock);
        await (Task)document.Project.GetCompilationAsync();
        Assert.That(await RunAsync(bounded, document.Project), Is.Null);

        var hanging = document.WithText(SourceText.From("class Sloth { }")).Project;
        var hangs = RunAsync(bounded, hanging);
        await clock.UntilWaitingAsync();
        clock.Advance(limit);
        var told = await Hang.Guard(hangs);
        Assert.That((told?.Code, told?.Severity), Is.EqualTo((BoundedCompilation.Code, (DiagnosticSeverity?)DiagnosticSeverity.Error)));
        Assert.That(told!.Message, Does.Contain("App was not compiled within 20 seconds").And.Contain("Sleepy"));

        var mended = hanging.GetDocument(document.Id)!.WithText(SourceText.From("class Cat { }")).Project;
        Assert.That(await Hang.Guard(RunAsync(bounded, mended)), Is.Null);
    }

    static Task<ReloadDiagnostic?> RunAsync(BoundedCompilation bounded, Project project) =>
        bounded.RunAsync(project.Solution, [project.Id], CancellationToken.None);
}
