using System.Text;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Loading;

/// <summary>A project of one file that is compiled here and now, to be compared with its sources.</summary>
sealed class BuiltProject : IDisposable
{
    const string Source = "class A { int M() { return 1; } }\r\n";

    readonly TemporaryFolder _folder = new();
    readonly AdhocWorkspace _workspace = new();
    readonly ProjectId _id = ProjectId.CreateNewId();

    public BuiltProject(DebugInformationFormat format = DebugInformationFormat.PortablePdb)
    {
        File = _folder.Write("Code.cs", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Source)]);
        Solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                _id, VersionStamp.Create(), "App", "App", LanguageNames.CSharp, outputFilePath: Output,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                metadataReferences: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)])
                .WithCompilationOutputInfo(new CompilationOutputInfo().WithAssemblyPath(Assembly)))
            .AddDocument(DocumentId.CreateNewId(_id), "Code.cs", Read(File), filePath: File);
        Build(format);
    }

    public Solution Solution { get; set; }

    public string File { get; }

    /// <summary>What the compiler wrote.</summary>
    public string Assembly => _folder.At("obj/App.dll");

    /// <summary>What is run: a copy of it.</summary>
    public string Output => _folder.At("bin/App.dll");

    /// <summary>Compiles what the solution says now.</summary>
    public void Build(DebugInformationFormat format)
    {
        var embeds = format == DebugInformationFormat.Embedded;
        var compilation = Solution.GetProject(_id)!.GetCompilationAsync().GetAwaiter().GetResult()!;
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            image, embeds ? null : symbols, options: new EmitOptions(debugInformationFormat: format, pdbFilePath: Path.ChangeExtension(Assembly, ".pdb")));
        Assert.That(result.Diagnostics, Is.Empty);
        _folder.Write("obj/App.dll", image.ToArray());
        _folder.Write("bin/App.dll", image.ToArray());
        if (!embeds)
        {
            _folder.Write("obj/App.pdb", symbols.ToArray());
        }
    }

    /// <summary>Adds a file that was written at some time from the build on.</summary>
    public string AddFile(string name, string text, TimeSpan afterBuild)
    {
        var path = _folder.Write(name, text);
        System.IO.File.SetLastWriteTimeUtc(path, System.IO.File.GetLastWriteTimeUtc(Assembly) + afterBuild);
        Solution = Solution.AddDocument(DocumentId.CreateNewId(_id), name, Read(path), filePath: path);
        return path;
    }

    /// <summary>Has the file lie elsewhere than its build says.</summary>
    public void Move(string path) => Solution = Solution.WithDocumentFilePath(Solution.GetDocumentIdsWithFilePath(File).Single(), path);

    /// <summary>Takes the file's text from disk again.</summary>
    public void Refresh() => Solution = Solution.WithDocumentText(Solution.GetDocumentIdsWithFilePath(File).Single(), Read(File));

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    static SourceText Read(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return SourceText.From(stream, checksumAlgorithm: SourceHashAlgorithm.Sha256);
    }
}
