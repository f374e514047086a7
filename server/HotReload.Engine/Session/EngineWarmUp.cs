using System.Collections.Immutable;
using System.Reflection;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Session;

/// <summary>
/// Takes a three-line program of our own through load, emit, edit and delta. The SDK ships its workspace and
/// edit-and-continue assemblies without native code, so their first run is spent in the JIT; this spends it while the
/// user's projects are being evaluated by another process and this one would be idle.
/// </summary>
internal static class EngineWarmUp
{
    const string Before = "using System; class P { static int n; static void Main() { Console.WriteLine(n); } int M(int i) { return i; } }";
    const string After = "using System; class P { static int n; static void Main() { Console.WriteLine(n + 1); } int M(int i) { return i; } int X; }";

    /// <summary>Runs it.</summary>
    /// <returns>Whether it came as far as a delta: all that the first edit takes has been run then.</returns>
    public static async Task<bool> RunAsync(
        SdkInstallation sdk, Task<MefHostServices> host, string folder, CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace(await host);
        if (EncServiceFactory.Create(sdk, workspace.CurrentSolution.Services, () => new RuntimeCapabilities().Current) is not ({ } service, _))
        {
            return false;
        }

        var solution = await BuildAsync(workspace, folder, cancellationToken);
        await service.StartSessionAsync(solution, cancellationToken);
        try
        {
            return await EditAsync(service, solution, cancellationToken);
        }
        finally
        {
            service.EndSession();
        }
    }

    static async Task<bool> EditAsync(IEncService service, Solution solution, CancellationToken cancellationToken)
    {
        var document = solution.Projects.Single().Documents.Single();
        var edited = solution.WithDocumentText(document.Id, SourceText.From(After, System.Text.Encoding.UTF8));
        var updates = await service.GetUpdatesAsync(edited, [document.Project.Id], cancellationToken);
        if (updates.Status != EncStatus.Ready)
        {
            return false;
        }

        service.Discard();
        return true;
    }

    static async Task<Solution> BuildAsync(AdhocWorkspace workspace, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var assembly = Path.Combine(folder, "warm.dll");
        var source = Path.Combine(folder, "warm.cs");
        var id = ProjectId.CreateNewId();
        var references = new[] { typeof(object).Assembly, Assembly.Load("System.Runtime"), Assembly.Load("System.Console") }
            .Select(part => MetadataReference.CreateFromFile(part.Location));
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Create(), "warm", "warm", LanguageNames.CSharp,
                // Without a path the service leaves a project out.
                filePath: Path.Combine(folder, "warm.csproj"), metadataReferences: references,
                compilationOptions: new CSharpCompilationOptions(OutputKind.ConsoleApplication)))
            .AddDocument(DocumentId.CreateNewId(id), "warm.cs", SourceText.From(Before, System.Text.Encoding.UTF8), filePath: source);
        var compilation = await solution.GetProject(id)!.GetCompilationAsync(cancellationToken);
        var options = new EmitOptions(
            debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: Path.ChangeExtension(assembly, ".pdb"));
        await using (var image = File.Create(assembly))
        await using (var symbols = File.Create(Path.ChangeExtension(assembly, ".pdb")))
        {
            compilation!.Emit(image, symbols, options: options, cancellationToken: cancellationToken);
        }

        return solution.WithProjectCompilationOutputInfo(id, new CompilationOutputInfo().WithAssemblyPath(assembly));
    }
}
