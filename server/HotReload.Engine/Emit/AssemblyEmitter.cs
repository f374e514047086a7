using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace HotReload.Engine.Emit;

/// <summary>Writes a project's assembly from its compilation in memory, as the compiler of a Debug build would.</summary>
internal static class AssemblyEmitter
{
    /// <summary>Writes the assembly and its portable PDB.</summary>
    /// <param name="project">With the text that the assembly is to be made from.</param>
    /// <param name="built">What the last build made of the project; its resources are taken from there.</param>
    /// <param name="assembly">Full path of the file to write.</param>
    /// <param name="cancellationToken">Leaves no complete file behind.</param>
    /// <returns>The errors; empty where the assembly was written.</returns>
    public static async Task<ImmutableArray<ReloadDiagnostic>> EmitAsync(
        Project project, string built, string assembly, CancellationToken cancellationToken)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        Directory.CreateDirectory(Path.GetDirectoryName(assembly)!);
        var pdb = Path.ChangeExtension(assembly, ".pdb");
        await using var image = File.Create(assembly);
        await using var symbols = File.Create(pdb);
        await using var win32 = compilation.CreateDefaultWin32Resources(
            versionResource: true, noManifest: false, manifestContents: null, iconInIcoFormat: null);
        var result = compilation.Emit(
            image, symbols, xmlDocumentationStream: null, win32, ManifestResources.Read(built),
            new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: pdb),
            cancellationToken: cancellationToken);
        return result.Success ? [] : [.. CompileErrors.Among(result.Diagnostics, project)];
    }
}
