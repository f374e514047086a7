using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Emit;

/// <summary>
/// The resources inside an assembly that was built. The workspace does not know of them, and as long as no input of the
/// build has changed they are what another build would embed again.
/// </summary>
internal static class ManifestResources
{
    public static ImmutableArray<ResourceDescription> Read(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        var metadata = reader.GetMetadataReader();
        return
        [
            .. metadata.ManifestResources
                .Select(metadata.GetManifestResource)
                .Where(resource => resource.Implementation.IsNil)
                .Select(resource => Describe(metadata.GetString(resource.Name), resource, Content(reader, resource))),
        ];
    }

    static ResourceDescription Describe(string name, ManifestResource resource, byte[] content) =>
        new(name, () => new MemoryStream(content, writable: false), resource.Attributes.HasFlag(ManifestResourceAttributes.Public));

    /// <summary>A resource is its length, four bytes, and then itself (ECMA-335, II.24.2.3 and II.22.24).</summary>
    static byte[] Content(PEReader reader, ManifestResource resource)
    {
        var start = reader.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
        var block = reader.GetSectionData(start).GetReader((int)resource.Offset, sizeof(int));
        var length = block.ReadInt32();
        return reader.GetSectionData(start).GetReader((int)resource.Offset + sizeof(int), length).ReadBytes(length);
    }
}
