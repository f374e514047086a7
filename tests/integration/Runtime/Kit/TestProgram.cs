using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.RuntimeTests.Kit;

/// <summary>A small assembly, compiled in memory, of which deltas can be made by changing its text.</summary>
sealed class TestProgram
{
    static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    readonly string _text;
    CSharpCompilation _compilation;
    EmitBaseline? _baseline;

    public TestProgram(string directory, string name, string text, OutputKind kind, params TestProgram[] references)
    {
        Name = name;
        Path = System.IO.Path.Combine(directory, name + ".dll");
        _text = text;
        _compilation = CSharpCompilation.Create(
            name,
            [Parse(text)],
            [.. Framework(), .. references.Select(reference => MetadataReference.CreateFromFile(reference.Path))],
            new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Debug));
        ModuleId = Emit();
    }

    public string Name { get; }

    public string Path { get; }

    public Guid ModuleId { get; }

    /// <summary>The delta that replaces one piece of the first text by another, with an update of each method named.</summary>
    public ModuleDelta Change(string from, string to, params string[] methods)
    {
        if (!_text.Contains(from, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{from}' is not in the text.");
        }

        var next = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], Parse(_text.Replace(from, to, StringComparison.Ordinal)));
        var edits = methods.Select(method => new SemanticEdit(
            SemanticEditKind.Update, Method(_compilation, method), Method(next, method)));
        using var metadata = new MemoryStream();
        using var il = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = next.EmitDifference(_baseline!, edits, static _ => false, metadata, il, pdb, CancellationToken.None);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }

        _compilation = next;
        _baseline = result.Baseline;
        return new(
            ModuleId,
            Name,
            [.. metadata.ToArray()],
            [.. il.ToArray()],
            [.. pdb.ToArray()],
            [.. result.ChangedTypes.Select(handle => MetadataTokens.GetToken(handle))],
            [])
        {
            Methods = [.. result.UpdatedMethods.Select(handle => new ChangedMethod(MetadataTokens.GetToken(handle), "Program.cs", default))],
        };
    }

    static SyntaxTree Parse(string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Parsing, "Program.cs");

    static IMethodSymbol Method(CSharpCompilation compilation, string name)
    {
        var parts = name.Split('.');
        return compilation.GetTypeByMetadataName(parts[0])!.GetMembers(parts[1]).OfType<IMethodSymbol>().Single();
    }

    static IEnumerable<MetadataReference> Framework() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path => System.IO.Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    Guid Emit()
    {
        using var pe = new MemoryStream();
        using var pdb = new MemoryStream();
        var emitted = _compilation.Emit(pe, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
        }

        File.WriteAllBytes(Path, pe.ToArray());
        File.WriteAllBytes(System.IO.Path.ChangeExtension(Path, ".pdb"), pdb.ToArray());
        var module = ModuleMetadata.CreateFromImage(pe.ToArray());
        var reader = module.GetMetadataReader();
        _baseline = EmitBaseline.CreateInitialBaseline(
            _compilation,
            module,
            static _ => default,
            static _ => default,
            hasPortableDebugInformation: true);
        return reader.GetGuid(reader.GetModuleDefinition().Mvid);
    }
}
