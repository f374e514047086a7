using System.Reflection;
using System.Text.Json.Serialization;
using HotReload.Lsp.Protocol;

namespace HotReload.UnitTests.Protocol;

/// <summary>What the protocol beyond LSP is made of, as the server's serializer knows it.</summary>
static class ProtocolTypes
{
    /// <summary>Classes whose constants are names on the wire.</summary>
    public static Type[] Constants { get; } = [typeof(Methods), typeof(EventKinds), typeof(ErrorCodes)];

    /// <summary>Parameters and results. LSP's own types are left out: who speaks LSP has them.</summary>
    public static IEnumerable<Type> Messages { get; } =
        from attribute in CustomAttributeData.GetCustomAttributes(typeof(ProtocolJson))
        where attribute.AttributeType == typeof(JsonSerializableAttribute)
        let type = (Type)attribute.ConstructorArguments[0].Value!
        where !IsLsp(type)
        select type;

    static bool IsLsp(Type type) => type.IsGenericType
        ? type.GetGenericArguments().All(IsLsp)
        : type.Namespace?.EndsWith(".Lsp", StringComparison.Ordinal) == true;

    /// <summary>A mirror of all of it.</summary>
    public static ProtocolMirror Mirror()
    {
        ProtocolMirror mirror = new(ProtocolJson.Default.Options);
        foreach (Type type in Messages)
        {
            mirror.Add(type);
        }

        return mirror;
    }
}
