using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace HotReload.Engine.Loading;

/// <summary>
/// Finds the types that export a service. Composition by assemblies asks every one of their ten thousand types for its attributes, which
/// loads them all; the metadata says the same without loading any.
/// </summary>
internal static class ExportingTypes
{
    /// <summary>
    /// All attributes that export are called so, and all types that export have a lifetime besides. A type too many does no harm, as
    /// composition looks at each once more.
    /// </summary>
    static readonly string[] s_marks = ["Export", "Shared"];

    /// <summary>The types of an assembly that export something, themselves or by a member.</summary>
    public static IEnumerable<Type> In(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var reader = image.GetMetadataReader();
        var types = new HashSet<TypeDefinitionHandle>();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (IsMark(reader, attribute) && OwnerOf(reader, attribute.Parent) is { IsNil: false } owner)
            {
                types.Add(owner);
            }
        }

        return [.. types.Select(type => assembly.ManifestModule.ResolveType(MetadataTokens.GetToken(type)))];
    }

    static bool IsMark(MetadataReader reader, CustomAttribute attribute)
    {
        var name = NameOf(reader, attribute.Constructor);
        return !name.IsNil && Array.Exists(s_marks, mark => reader.StringComparer.StartsWith(name, mark));
    }

    static StringHandle NameOf(MetadataReader reader, EntityHandle constructor)
    {
        var type = constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        return type.Kind switch
        {
            HandleKind.TypeReference => reader.GetTypeReference((TypeReferenceHandle)type).Name,
            HandleKind.TypeDefinition => reader.GetTypeDefinition((TypeDefinitionHandle)type).Name,
            _ => default,
        };
    }

    static TypeDefinitionHandle OwnerOf(MetadataReader reader, EntityHandle target) => target.Kind switch
    {
        HandleKind.TypeDefinition => (TypeDefinitionHandle)target,
        HandleKind.FieldDefinition => reader.GetFieldDefinition((FieldDefinitionHandle)target).GetDeclaringType(),
        HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)target).GetDeclaringType(),
        HandleKind.PropertyDefinition => reader.GetMethodDefinition(
            reader.GetPropertyDefinition((PropertyDefinitionHandle)target).GetAccessors().Getter).GetDeclaringType(),
        _ => default,
    };
}
