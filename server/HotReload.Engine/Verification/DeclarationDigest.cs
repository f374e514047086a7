using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace HotReload.Engine.Verification;

/// <summary>
/// Fingerprints what an assembly says of a declaration beside its signature: attributes, constants, parameters, constraints, layout. It changes
/// without an edit of the declaration where a <c>using</c>, an alias or a constant gives its words another meaning.
/// </summary>
internal sealed class DeclarationDigest(MetadataReader reader, MetadataNames names)
{
    const string CompilerServices = "System.Runtime.CompilerServices.";

    /// <summary>
    /// Those that the compiler gives by itself, by what else there is in the type or in the file: they are other ones with each member that comes.
    /// </summary>
    static readonly FrozenSet<string> s_own = new[]
    {
        "System.Reflection.DefaultMemberAttribute",
        CompilerServices + "AsyncIteratorStateMachineAttribute",
        CompilerServices + "AsyncStateMachineAttribute",
        CompilerServices + "CompilerFeatureRequiredAttribute",
        CompilerServices + "CompilerGeneratedAttribute",
        CompilerServices + "ExtensionAttribute",
        CompilerServices + "ExtensionMarkerAttribute",
        CompilerServices + "InterceptsLocationAttribute",
        CompilerServices + "IsByRefLikeAttribute",
        CompilerServices + "IsReadOnlyAttribute",
        CompilerServices + "IsUnmanagedAttribute",
        CompilerServices + "IteratorStateMachineAttribute",
        CompilerServices + "MetadataUpdateOriginalTypeAttribute",
        CompilerServices + "NativeIntegerAttribute",
        CompilerServices + "NullableAttribute",
        CompilerServices + "NullableContextAttribute",
        CompilerServices + "RefSafetyRulesAttribute",
        CompilerServices + "RequiredMemberAttribute",
        CompilerServices + "ScopedRefAttribute",
    }.ToFrozenSet(StringComparer.Ordinal);

    public MemberDigest OfType(TypeDefinition type)
    {
        var layout = type.GetLayout();
        return Of(type.GetCustomAttributes()) + Of(type.GetGenericParameters()) + MemberDigest.Of(HashCode.Combine(layout.PackingSize, layout.Size));
    }

    public MemberDigest OfField(FieldDefinition field) =>
        Of(field.GetCustomAttributes()) + MemberDigest.Of(HashCode.Combine(Of(field.GetDefaultValue()), Of(field.GetMarshallingDescriptor()), field.GetOffset()));

    public MemberDigest OfMethod(MethodDefinition method)
    {
        var digest = Of(method.GetCustomAttributes()) + Of(method.GetGenericParameters()) + MemberDigest.Of(Import(method.GetImport()));
        foreach (var handle in method.GetParameters())
        {
            var parameter = reader.GetParameter(handle);
            var own = Of(parameter.GetCustomAttributes()) + MemberDigest.Of(Of(parameter.GetDefaultValue())) + MemberDigest.Of(Of(parameter.GetMarshallingDescriptor()));
            digest += own.At(parameter.SequenceNumber);
        }

        return digest;
    }

    /// <summary>Of a property or an event, whose code is that of its accessors.</summary>
    public MemberDigest Of(CustomAttributeHandleCollection attributes)
    {
        var digest = default(MemberDigest);
        foreach (var handle in attributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            var constructor = names.OfToken(MetadataTokens.GetToken(attribute.Constructor));
            if (!s_own.Contains(constructor[..constructor.LastIndexOf("..ctor", StringComparison.Ordinal)]))
            {
                var name = constructor.GetHashCode(StringComparison.Ordinal);
                var whole = HashCode.Combine(name, Of(attribute.Value));

                // What an attribute is given may be the number of its line.
                digest += new MemberDigest(whole, whole, name);
            }
        }

        return digest;
    }

    MemberDigest Of(GenericParameterHandleCollection parameters)
    {
        var digest = default(MemberDigest);
        foreach (var handle in parameters)
        {
            var parameter = reader.GetGenericParameter(handle);
            HashCode own = default;
            own.Add(parameter.Index);
            own.Add(parameter.Attributes);
            foreach (var constraint in parameter.GetConstraints())
            {
                own.Add(names.OfToken(MetadataTokens.GetToken(reader.GetGenericParameterConstraint(constraint).Type)), StringComparer.Ordinal);
            }

            digest += (Of(parameter.GetCustomAttributes()) + MemberDigest.Of(own.ToHashCode())).At(parameter.Index);
        }

        return digest;
    }

    int Import(MethodImport import) => import.Module.IsNil ? 0 : HashCode.Combine(
        import.Attributes,
        reader.GetString(import.Name).GetHashCode(StringComparison.Ordinal),
        reader.GetString(reader.GetModuleReference(import.Module).Name).GetHashCode(StringComparison.Ordinal));

    int Of(ConstantHandle handle)
    {
        if (handle.IsNil)
        {
            return 0;
        }

        var constant = reader.GetConstant(handle);
        return HashCode.Combine(constant.TypeCode, Of(constant.Value));
    }

    int Of(BlobHandle handle)
    {
        if (handle.IsNil)
        {
            return 0;
        }

        HashCode content = default;
        content.AddBytes(reader.GetBlobBytes(handle));
        return content.ToHashCode();
    }
}
