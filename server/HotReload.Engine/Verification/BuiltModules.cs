using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>The modules that the program was started with, where they lie.</summary>
internal static class BuiltModules
{
    /// <summary>Reads one; does nothing where its assembly is not at hand.</summary>
    public static void Read(Guid moduleId, Solution solution, Action<MetadataReader> read) => Read(moduleId, solution, (_, reader) => read(reader));

    /// <summary>The same, with its code.</summary>
    public static void Read(Guid moduleId, Solution solution, Action<PEReader, MetadataReader> read)
    {
        foreach (var path in solution.Projects.Select(project => project.CompilationOutputInfo.AssemblyPath).Where(File.Exists))
        {
            using var image = new PEReader(File.OpenRead(path!));
            var reader = image.GetMetadataReader();
            if (reader.GetGuid(reader.GetModuleDefinition().Mvid) == moduleId)
            {
                read(image, reader);
                return;
            }
        }
    }
}
