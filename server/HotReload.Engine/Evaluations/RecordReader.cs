using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.Engine.Evaluations;

/// <summary>Reads what <see cref="RecordWriter"/> has written.</summary>
/// <param name="content">The bytes.</param>
/// <param name="start">Where they begin.</param>
/// <exception cref="EndOfStreamException">The bytes are cut off.</exception>
internal sealed class RecordReader(byte[] content, int start) : IDisposable
{
    readonly BinaryReader _reader = new(new MemoryStream(content, start, content.Length - start), Encoding.UTF8);

    /// <summary>One an assembly: the metadata of a framework is read once for all projects.</summary>
    readonly Dictionary<(string, string, bool), MetadataReference> _references = [];

    public ImmutableArray<ProjectInfo> ReadProjects() => ReadAll(ReadProject);

    public void Dispose() => _reader.Dispose();

    ProjectInfo ReadProject()
    {
        var id = ReadId();
        var (name, assembly, path) = (ReadText()!, ReadText()!, ReadText());
        var (output, reference) = (ReadText(), ReadText());
        var (built, generated) = (ReadText(), ReadText());
        var options = ReadCompilation(Path.GetDirectoryName(path)!);
        var parse = ReadParse();
        var (documents, additional, configs) = (ReadAll(() => ReadDocument(id)), ReadAll(() => ReadDocument(id)), ReadAll(() => ReadDocument(id)));
        var projects = ReadAll(() => new ProjectReference(ReadId(), ReadAll(() => ReadText()!), _reader.ReadBoolean()));
        var metadata = ReadAll(ReadReference);
        return ProjectInfo
            .Create(
                id, VersionStamp.Create(), name, assembly, LanguageNames.CSharp, path, output, options, parse, documents, projects, metadata,
                ReadAll(() => new UnresolvedAnalyzerReference(ReadText()!)), additional, outputRefFilePath: reference)
            .WithAnalyzerConfigDocuments(configs)
            .WithCompilationOutputInfo(new CompilationOutputInfo().WithAssemblyPath(built).WithGeneratedFilesOutputDirectory(generated));
    }

    DocumentInfo ReadDocument(ProjectId project)
    {
        var (name, path) = (ReadText()!, ReadText());
        var folders = ReadAll(() => ReadText()!);
        var (kind, isGenerated) = ((SourceCodeKind)_reader.ReadInt32(), _reader.ReadBoolean());
        return DocumentInfo.Create(
            DocumentId.CreateNewId(project), name, folders, kind, path is null ? null : new FileTextLoader(path, defaultEncoding: null), path, isGenerated);
    }

    MetadataReference ReadReference()
    {
        var path = ReadText()!;
        var (aliases, embed) = (ReadAll(() => ReadText()!), _reader.ReadBoolean());
        var key = (path, string.Join(',', aliases), embed);
        if (!_references.TryGetValue(key, out var reference))
        {
            reference = MetadataReference.CreateFromFile(path, new MetadataReferenceProperties(MetadataImageKind.Assembly, aliases, embed));
            _references.Add(key, reference);
        }

        return reference;
    }

    CSharpCompilationOptions ReadCompilation(string folder)
    {
        var (kind, optimization, platform) = ((OutputKind)_reader.ReadInt32(), (OptimizationLevel)_reader.ReadInt32(), (Platform)_reader.ReadInt32());
        var (general, level) = ((ReportDiagnostic)_reader.ReadInt32(), _reader.ReadInt32());
        var (nullable, import) = ((NullableContextOptions)_reader.ReadInt32(), (MetadataImportOptions)_reader.ReadInt32());
        var (module, main, script) = (ReadText(), ReadText(), ReadText());
        var (container, keyFile) = (ReadText(), ReadText());
        var (overflow, isUnsafe, suppressed) = (_reader.ReadBoolean(), _reader.ReadBoolean(), _reader.ReadBoolean());
        var (deterministic, publicSign, delay) = (_reader.ReadBoolean(), _reader.ReadBoolean(), _reader.ReadInt32());
        var (usings, key) = (ReadAll(() => ReadText()!), ReadAll(_reader.ReadByte));
        var specific = ReadAll(() => KeyValuePair.Create(ReadText()!, (ReportDiagnostic)_reader.ReadInt32()));

        // What /debug+ says of locals has no other way in; a build for debugging always says it.
        return CSharpCommandLineParser.Default.Parse(["/debug+"], folder, sdkDirectory: null).CompilationOptions
            .WithOutputKind(kind).WithOptimizationLevel(optimization).WithPlatform(platform)
            .WithGeneralDiagnosticOption(general).WithWarningLevel(level).WithSpecificDiagnosticOptions(specific)
            .WithNullableContextOptions(nullable).WithMetadataImportOptions(import)
            .WithModuleName(module).WithMainTypeName(main).WithScriptClassName(script ?? "Script")
            .WithCryptoKeyContainer(container).WithCryptoKeyFile(keyFile).WithCryptoPublicKey(key)
            .WithOverflowChecks(overflow).WithAllowUnsafe(isUnsafe).WithReportSuppressedDiagnostics(suppressed)
            .WithDeterministic(deterministic).WithPublicSign(publicSign).WithDelaySign(delay < 0 ? null : delay == 1).WithUsings(usings)
            .WithXmlReferenceResolver(new XmlFileResolver(folder)).WithSourceReferenceResolver(new SourceFileResolver([], folder))
            .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default).WithStrongNameProvider(new DesktopStrongNameProvider([folder]));
    }

    CSharpParseOptions ReadParse()
    {
        var (version, documentation, kind) = ((LanguageVersion)_reader.ReadInt32(), (DocumentationMode)_reader.ReadInt32(), (SourceCodeKind)_reader.ReadInt32());
        var symbols = ReadAll(() => ReadText()!);
        return new CSharpParseOptions(version, documentation, kind, symbols)
            .WithFeatures(ReadAll(() => KeyValuePair.Create(ReadText()!, ReadText()!)));
    }

    ProjectId ReadId() => ProjectId.CreateFromSerialized(new Guid(_reader.ReadBytes(16)));

    string? ReadText() => _reader.ReadBoolean() ? _reader.ReadString() : null;

    ImmutableArray<T> ReadAll<T>(Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var count = _reader.ReadInt32(); count > 0; count--)
        {
            items.Add(read());
        }

        return items.ToImmutable();
    }
}
