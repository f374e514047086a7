using HotReload.Engine.Loading;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.UnitTests.Engine.Loading;

/// <summary>A source generator in an assembly of its own, as they are: no type of these tests may be one of Roslyn's.</summary>
static class EmittedGenerator
{
    /// <summary>Compiles one.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="path">Where to write the assembly; its name is that of the file.</param>
    public static AnalyzerFileReference Make(string source, string path)
    {
        var emitted = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(source)],
            [.. FrameworkFiles.Assemblies.Append(typeof(Compilation).Assembly.Location).Append(typeof(CSharpCompilation).Assembly.Location).Select(file => MetadataReference.CreateFromFile(file))],
            new(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.That(emitted.Diagnostics, Is.Empty);
        return new(path, new FreshAssemblyLoader());
    }
}
