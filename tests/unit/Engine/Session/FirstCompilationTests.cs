using HotReload.Engine.Session;
using HotReload.UnitTests.Engine.Loading;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Session;

/// <summary>With Roslyn's own workspace and a generator that waits for a file, and counts what it writes.</summary>
public sealed class FirstCompilationTests
{
    const string Counting = """
        using System.IO;
        using System.Threading;
        using Microsoft.CodeAnalysis;
        using Microsoft.CodeAnalysis.CSharp.Syntax;

        [Generator]
        public sealed class CountingGenerator : IIncrementalGenerator
        {
            static int _written;

            public void Initialize(IncrementalGeneratorInitializationContext context)
            {
                var types = context.SyntaxProvider.CreateSyntaxProvider(
                    (node, _) => node is ClassDeclarationSyntax, (found, _) => ((ClassDeclarationSyntax)found.Node).Identifier.Text);
                context.RegisterSourceOutput(types, (output, name) =>
                {
                    while (!File.Exists(@"GATE"))
                    {
                        output.CancellationToken.ThrowIfCancellationRequested();
                        Thread.Sleep(1);
                    }

                    output.AddSource(name, "// number " + Interlocked.Increment(ref _written));
                });
            }
        }
        """;

    CancellationTokenSource _overtaken = null!;
    TemporaryFolder _folder = null!;
    AdhocWorkspace _workspace = null!;

    [SetUp]
    public void Begin() => (_folder, _workspace, _overtaken) = (new TemporaryFolder(), new AdhocWorkspace(), new CancellationTokenSource());

    [TearDown]
    public void End()
    {
        _workspace.Dispose();
        _folder.Dispose();
        _overtaken.Dispose();
    }

    [Test]
    public async Task An_edit_that_comes_meanwhile_goes_on_from_it()
    {
        var project = Project();
        await using var first = new FirstCompilation(project.Solution, project.Id, Task.CompletedTask);
        var edit = first.NeedAsync(CancellationToken.None);
        Assert.That((first.IsOver, edit.IsCompleted), Is.EqualTo((false, false)));

        _folder.Write("gate", "");
        await edit;

        Assert.That(first.IsOver, Is.True);
        Assert.That(Numbers(project), Is.EquivalentTo(new[] { "// number 1", "// number 2", "// number 3" }));
        var edited = project.Documents.Last().WithText(SourceText.From("class Cow { }")).Project;
        Assert.That(Numbers(edited), Has.Exactly(1).EqualTo("// number 4").And.Exactly(2).LessThan("// number 4"));
    }

    [Test]
    public async Task An_edit_that_is_overtaken_ends_its_own_wait_only()
    {
        var project = Project();
        await using var first = new FirstCompilation(project.Solution, project.Id, Task.CompletedTask);
        var edit = first.NeedAsync(_overtaken.Token);
        await _overtaken.CancelAsync();
        Assert.That(async () => await edit, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(first.IsOver, Is.False);

        _folder.Write("gate", "");
        await first.NeedAsync(CancellationToken.None);

        Assert.That(Numbers(project), Has.One.EqualTo("// number 1"));
    }

    [Test]
    public async Task It_leaves_the_processor_to_others_until_somebody_needs_it()
    {
        var project = Project();
        _folder.Write("gate", "");
        await using var first = new FirstCompilation(project.Solution, project.Id, Task.Delay(Timeout.Infinite, _overtaken.Token));
        var warmUp = first.WaitAsync(CancellationToken.None);
        Assert.That(warmUp.IsCompleted, Is.False);

        await first.NeedAsync(CancellationToken.None);
        await warmUp;
    }

    [Test]
    public async Task It_ends_with_its_session()
    {
        var project = Project();
        var first = new FirstCompilation(project.Solution, project.Id, Task.CompletedTask);
        var edit = first.NeedAsync(CancellationToken.None);

        await first.DisposeAsync();

        await edit;
        Assert.That(first.IsOver, Is.True);
    }

    Project Project()
    {
        var generator = EmittedGenerator.Make(Counting.Replace("GATE", _folder.At("gate"), StringComparison.Ordinal), _folder.At("Counting.dll"));
        var project = _workspace.AddProject("App", LanguageNames.CSharp).AddAnalyzerReference(generator);
        foreach (var name in (string[])["Bear", "Cat", "Dog"])
        {
            project = project.AddDocument($"{name}.cs", SourceText.From($"class {name} {{ }}")).Project;
        }

        return project;
    }

    // Not awaited: the runtime would want Roslyn for the layout of the state machine, before its home is known.
    static List<string> Numbers(Project project) =>
        [.. project.GetSourceGeneratedDocumentsAsync().AsTask().Result.Select(document => document.GetTextAsync().Result.ToString())];
}
