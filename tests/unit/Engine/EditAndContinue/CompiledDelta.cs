using System.Collections.Immutable;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace HotReload.UnitTests.Engine.EditAndContinue;

/// <summary>What the compiler makes of an edit of methods, without a service between. Apart from the tests, as are all that name types of Roslyn's.</summary>
sealed class CompiledDelta
{
    /// <param name="before">Classes. Of methods that are in both texts every one is in the delta.</param>
    /// <param name="after">The same classes with other methods.</param>
    public CompiledDelta(string before, string after)
    {
        var (old, now) = (Compile(before), Compile(after));
        var image = new MemoryStream();
        Assert.That(old.Emit(image).Success, Is.True);
        Image = [.. image.ToArray()];
        using var metadata = ModuleMetadata.CreateFromImage(Image);
        ModuleId = metadata.GetModuleVersionId();
        var baseline = EmitBaseline.CreateInitialBaseline(old, metadata, _ => default, _ => default, hasPortableDebugInformation: true);
        using var delta = new MemoryStream();
        using var il = new MemoryStream();
        Assert.That(now.EmitDifference(baseline, Edits(Methods(old), Methods(now)), _ => false, delta, il, new MemoryStream()).Success, Is.True);
        (Metadata, IL) = ([.. delta.ToArray()], [.. il.ToArray()]);
    }

    public Guid ModuleId { get; }

    /// <summary>The assembly before.</summary>
    public ImmutableArray<byte> Image { get; }

    public ImmutableArray<byte> Metadata { get; }

    public ImmutableArray<byte> IL { get; }

    static SemanticEdit[] Edits(Dictionary<string, ISymbol> old, Dictionary<string, ISymbol> now) =>
    [
        .. now.Select(method => old.TryGetValue(method.Key, out var before)
            ? new SemanticEdit(SemanticEditKind.Update, before, method.Value)
            : new(SemanticEditKind.Insert, null, method.Value)),
        .. old.Where(method => !now.ContainsKey(method.Key))
            .Select(method => new SemanticEdit(SemanticEditKind.Delete, method.Value, now.Values.First().ContainingType)),
    ];

    static Dictionary<string, ISymbol> Methods(CSharpCompilation compilation)
    {
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Single());
        return compilation.SyntaxTrees.Single().GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Select(ISymbol (method) => model.GetDeclaredSymbol(method)!).ToDictionary(method => method.ToDisplayString());
    }

    static CSharpCompilation Compile(string text) => CSharpCompilation.Create(
        "A",
        [CSharpSyntaxTree.ParseText("using System; " + text)],
        FrameworkFiles.Assemblies.Select(path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary));
}
