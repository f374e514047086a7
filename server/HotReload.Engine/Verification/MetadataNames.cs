using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HotReload.Engine.Verification;

/// <summary>
/// Names what an assembly's metadata refers to. Types and members are named as in documentation comments, so that they can be found in
/// the source.
/// </summary>
internal sealed class MetadataNames(MetadataReader reader) : ISignatureTypeProvider<string, object?>
{
    readonly Dictionary<int, string> _tokens = [];

    /// <summary>A type's documentation name without its prefix: Shop.Cart`1.Item.</summary>
    public string OfType(TypeDefinitionHandle handle) => OfToken(MetadataTokens.GetToken(handle));

    /// <summary>A member's documentation name without prefix, parameters and type: a constructor is #ctor.</summary>
    public static string OfMember(string name) => name
        .Replace('.', '#').Replace('<', '{').Replace('>', '}').Replace(',', '@');

    /// <summary>What an instruction's operand stands for.</summary>
    public string OfToken(int token)
    {
        if (!_tokens.TryGetValue(token, out var name))
        {
            _tokens[token] = name = Describe(token);
        }

        return name;
    }

    string Describe(int token)
    {
        var handle = MetadataTokens.Handle(token);
        switch (handle.Kind)
        {
            case HandleKind.UserString:
                return reader.GetUserString((UserStringHandle)handle);
            case HandleKind.TypeDefinition:
                var definition = reader.GetTypeDefinition((TypeDefinitionHandle)handle);
                var outer = definition.GetDeclaringType();
                return Join(outer.IsNil ? reader.GetString(definition.Namespace) : OfType(outer), reader.GetString(definition.Name));
            case HandleKind.TypeReference:
                var reference = reader.GetTypeReference((TypeReferenceHandle)handle);
                var scope = reference.ResolutionScope;
                var container = scope.Kind == HandleKind.TypeReference ? OfToken(MetadataTokens.GetToken(scope)) : reader.GetString(reference.Namespace);
                return Join(container, reader.GetString(reference.Name));
            case HandleKind.TypeSpecification:
                return reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return $"{OfType(method.GetDeclaringType())}.{Stable(method.Name)}{Signature(method.DecodeSignature(this, null))}";
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
                return $"{OfType(field.GetDeclaringType())}.{Stable(field.Name)} {field.DecodeSignature(this, null)}";
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                var signature = member.GetKind() == MemberReferenceKind.Field
                    ? " " + member.DecodeFieldSignature(this, null)
                    : Signature(member.DecodeMethodSignature(this, null));
                return $"{OfToken(MetadataTokens.GetToken(member.Parent))}.{Stable(member.Name)}{signature}";
            case HandleKind.MethodSpecification:
                var generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                return $"{OfToken(MetadataTokens.GetToken(generic.Method))}<{string.Join(',', generic.DecodeSignature(this, null))}>";
            case HandleKind.StandaloneSignature:
                var alone = reader.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                return alone.GetKind() == StandaloneSignatureKind.Method
                    ? Signature(alone.DecodeMethodSignature(this, null))
                    : string.Join(',', alone.DecodeLocalSignature(this, null));
            default:
                return handle.Kind.ToString();
        }

        static string Join(string container, string name) =>
            container.Length == 0 ? GeneratedNames.WithoutOrdinals(name) : $"{container}.{GeneratedNames.WithoutOrdinals(name)}";
    }

    /// <summary>A whole signature, its result last.</summary>
    public static string Signature(MethodSignature<string> signature) =>
        $"{(signature.Header.IsInstance ? "" : "static ")}{Arity(signature)}({string.Join(',', signature.ParameterTypes)}){signature.ReturnType}";

    /// <summary>The part of a documentation name that tells overloads apart.</summary>
    public static string Overload(string name, MethodSignature<string> signature)
    {
        var parameters = signature.ParameterTypes.IsEmpty ? "" : $"({string.Join(',', signature.ParameterTypes)})";
        var result = name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit" ? "~" + signature.ReturnType : "";
        return Arity(signature) + parameters + result;
    }

    static string Arity(MethodSignature<string> signature) =>
        signature.GenericParameterCount == 0 ? "" : $"``{signature.GenericParameterCount}";

    string Stable(StringHandle name) => GeneratedNames.WithoutOrdinals(reader.GetString(name));

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => OfType(handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        OfToken(MetadataTokens.GetToken(handle));

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        OfToken(MetadataTokens.GetToken(handle));

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) =>
        $"{elementType}[{string.Join(',', Enumerable.Repeat("0:", shape.Rank))}]";

    public string GetByReferenceType(string elementType) => elementType + "@";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType + " pinned";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => $"=FUNC:{Signature(signature)}";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"`{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"``{index}";

    /// <summary>Each of the nested types takes as many of the arguments as its own name says.</summary>
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        var taken = 0;
        var parts = genericType.Split('.').Select(part =>
        {
            var mark = part.IndexOf('`', StringComparison.Ordinal);
            if (mark < 0 || !int.TryParse(part.AsSpan(mark + 1), out var arity))
            {
                return part;
            }

            var own = typeArguments.Skip(taken).Take(arity);
            taken += arity;
            return $"{part[..mark]}{{{string.Join(',', own)}}}";
        });
        return string.Join('.', parts.ToList());
    }
}
