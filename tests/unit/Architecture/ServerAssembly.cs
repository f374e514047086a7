using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HotReload.UnitTests.Architecture;

/// <summary>What a compiled assembly of the server uses, read from its metadata: nothing of it is loaded or run.</summary>
sealed class ServerAssembly
{
    ServerAssembly(string name, IReadOnlyList<string> references, IReadOnlyList<string> types, IReadOnlyList<string> members) =>
        (Name, References, Types, Members) = (name, references, types, members);

    /// <summary>Every project of the server that makes an assembly.</summary>
    public static IReadOnlyList<ServerAssembly> All { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "HotReload.*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Test", StringComparison.Ordinal))
            .Concat(new[] { "agent", "build" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "HotReload.*.dll")))
            .DistinctBy(Path.GetFileName)
            .Select(Read),
    ];

    public string Name { get; }

    /// <summary>Simple names of the assemblies it was compiled against and uses.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Full names of the types of other assemblies that it uses.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Members of other assemblies that it calls: <c>System.Console.get_Out</c>.</summary>
    public IReadOnlyList<string> Members { get; }

    public static ServerAssembly Of(string name) => All.Single(assembly => assembly.Name == name);

    static ServerAssembly Read(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        var reader = pe.GetMetadataReader();
        return new(
            Path.GetFileNameWithoutExtension(path),
            [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))],
            [.. reader.TypeReferences.Select(handle => NameOf(reader, handle))],
            [.. reader.MemberReferences.Select(handle => NameOf(reader, reader.GetMemberReference(handle)))]);
    }

    static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    static string NameOf(MetadataReader reader, MemberReference member) => member.Parent.Kind == HandleKind.TypeReference
        ? $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}"
        : reader.GetString(member.Name);
}
