using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace HotReload.Engine.Verification;

/// <summary>
/// What the compiler made of each member of an assembly, by documentation name. Closures, iterators and async methods' state machines go
/// by the type and the plain name of the member that they belong to: "G:Shop.Cart.Add".
/// </summary>
internal sealed class ImageDigest
{
    /// <summary>Visible in how code is called: a type's own and a member's.</summary>
    const TypeAttributes TypeKind = TypeAttributes.VisibilityMask | TypeAttributes.ClassSemanticsMask | TypeAttributes.Abstract | TypeAttributes.Sealed;
    const MethodAttributes MethodKind = MethodAttributes.MemberAccessMask | MethodAttributes.Static | MethodAttributes.Virtual
        | MethodAttributes.Final | MethodAttributes.Abstract | MethodAttributes.NewSlot;
    const FieldAttributes FieldKind = FieldAttributes.FieldAccessMask | FieldAttributes.Static | FieldAttributes.Literal | FieldAttributes.InitOnly;

    readonly Dictionary<string, MemberDigest> _members = new(StringComparer.Ordinal);
    readonly PEReader _image;
    readonly MetadataReader _reader;
    readonly MetadataNames _names;
    readonly DeclarationDigest _declarations;

    ImageDigest(PEReader image)
    {
        _image = image;
        _reader = image.GetMetadataReader();
        _names = new(_reader);
        _declarations = new(_reader, _names);
        foreach (var handle in _reader.TypeDefinitions)
        {
            AddType(handle);
        }
    }

    /// <summary>The rows of the methods that the source declares.</summary>
    readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>The rows of an assembly's methods by their names, without those that were generated.</summary>
    public static IReadOnlyDictionary<string, int> ReadMethods(PEReader image) => new ImageDigest(image)._rows;

    public static IReadOnlyDictionary<string, MemberDigest> Read(ImmutableArray<byte> assembly)
    {
        using var image = new PEReader(assembly);
        return new ImageDigest(image)._members;
    }

    void AddType(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        var (id, owner) = Identify(handle);
        if (id is null)
        {
            return;
        }

        if (owner is null)
        {
            Add($"T:{id}", MemberDigest.Of(Head(type)) + _declarations.OfType(type));
            foreach (var field in type.GetFields())
            {
                AddField(id, _reader.GetFieldDefinition(field));
            }

            foreach (var property in type.GetProperties())
            {
                AddProperty(id, _reader.GetPropertyDefinition(property));
            }

            foreach (var item in type.GetEvents().Select(_reader.GetEventDefinition))
            {
                Add($"E:{id}.{MetadataNames.OfMember(_reader.GetString(item.Name))}", _declarations.Of(item.GetCustomAttributes()));
            }
        }

        foreach (var method in type.GetMethods())
        {
            AddMethod(id, owner, method);
        }
    }

    /// <summary>The nearest type that the source names, and the member that a type in it was generated for.</summary>
    (string? Id, string? Owner) Identify(TypeDefinitionHandle handle)
    {
        string? owner = null;
        for (; ; )
        {
            var type = _reader.GetTypeDefinition(handle);
            var name = _reader.GetString(type.Name);
            if (!name.StartsWith('<') || GeneratedNames.IsFileLocalType(name))
            {
                return (_names.OfType(handle), owner);
            }

            owner ??= GeneratedNames.OwnerOf(name) ?? "";
            handle = type.GetDeclaringType();
            if (handle.IsNil)
            {
                return (null, null);
            }
        }
    }

    int Head(TypeDefinition type)
    {
        HashCode head = default;
        head.Add((int)(type.Attributes & TypeKind));
        head.Add(type.BaseType.IsNil ? "" : NameOf(type.BaseType));
        foreach (var handle in type.GetInterfaceImplementations())
        {
            head.Add(NameOf(_reader.GetInterfaceImplementation(handle).Interface));
        }

        return head.ToHashCode();
    }

    void AddField(string type, FieldDefinition field)
    {
        var name = _reader.GetString(field.Name);
        if (!GeneratedNames.IsGenerated(name))
        {
            Add($"F:{type}.{MetadataNames.OfMember(name)}", MemberDigest.Of(HashCode.Combine(field.Attributes & FieldKind, field.DecodeSignature(_names, null))) + _declarations.OfField(field));
        }
    }

    void AddProperty(string type, PropertyDefinition property)
    {
        var name = _reader.GetString(property.Name);
        var overload = MetadataNames.Overload(name, property.DecodeSignature(_names, null));
        Add($"P:{type}.{MetadataNames.OfMember(name)}{overload}", _declarations.Of(property.GetCustomAttributes()));
    }

    void AddMethod(string type, string? owner, MethodDefinitionHandle handle)
    {
        var method = _reader.GetMethodDefinition(handle);
        var name = _reader.GetString(method.Name);
        owner = GeneratedNames.OwnerOf(name) ?? owner;
        if (owner is "")
        {
            // The constructor of a closure, say.
            return;
        }

        var signature = method.DecodeSignature(_names, null);
        var head = HashCode.Combine(method.Attributes & MethodKind, MetadataNames.Signature(signature));

        // How closures are declared follows from the code that has them.
        var digest = new MemberDigest(head, head, head) + _declarations.OfMethod(method);
        digest = owner is null ? digest : digest with { Head = 0 };
        if (method.RelativeVirtualAddress != 0)
        {
            digest += InstructionDigest.Of(_image.GetMethodBody(method.RelativeVirtualAddress), _names);
        }

        var id = owner is null
            ? $"M:{type}.{MetadataNames.OfMember(name)}{MetadataNames.Overload(name, signature)}"
            : $"G:{type}.{MetadataNames.OfMember(owner)}";
        Add(id, digest);
        if (owner is null)
        {
            _rows[id] = MetadataTokens.GetRowNumber(handle);
        }
    }

    void Add(string id, MemberDigest digest) => _members[id] = _members.TryGetValue(id, out var other) ? other + digest : digest;

    string NameOf(EntityHandle handle) => _names.OfToken(MetadataTokens.GetToken(handle));
}
