using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HotReload.UnitTests.Protocol;

/// <summary>Writes the protocol in TypeScript, from what the serializer says of the types: the wire itself, not its source.</summary>
sealed class ProtocolMirror(JsonSerializerOptions options)
{
    readonly SortedDictionary<string, string> _declarations = new(StringComparer.Ordinal);
    readonly SortedSet<string> _fields = new(StringComparer.Ordinal);
    readonly SortedSet<string> _values = new(StringComparer.Ordinal);

    /// <summary>The names of all types met so far.</summary>
    public IEnumerable<string> TypeNames => _declarations.Keys;

    /// <summary>The names of all fields met so far.</summary>
    public IEnumerable<string> Fields => _fields;

    /// <summary>The values of all enumerations met so far, as they stand on the wire.</summary>
    public IEnumerable<string> Values => _values;

    /// <summary>Takes a type in, and every type that it is made of.</summary>
    /// <returns>The type as TypeScript writes it, without null.</returns>
    public string Add(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Add(underlying);
        }

        JsonTypeInfo info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => $"readonly {Add(type.GetGenericArguments()[0])}[]",
            JsonTypeInfoKind.Dictionary => $"Readonly<Record<string, {Add(type.GetGenericArguments()[1])}>>",
            JsonTypeInfoKind.Object => Declare(type, () => Interface(info)),
            _ when type.IsEnum => Declare(type, () => Union(info)),
            _ when type == typeof(string) => "string",
            _ => Scalar(info),
        };
    }

    /// <summary>The whole file.</summary>
    /// <param name="constants">Classes whose constants are names on the wire.</param>
    public string Write(IEnumerable<Type> constants)
    {
        string[] head = ["// Generated from the server's types by \"npm run protocol\"; a test compares the two. Not to be edited.\n"];
        return string.Join('\n', head.Concat(constants.Select(Constants)).Concat(_declarations.Values));
    }

    /// <summary>The values of a class's constants.</summary>
    public static IEnumerable<string> ConstantsOf(Type type) => FieldsOf(type).Select(Value);

    static string Constants(Type type)
    {
        StringBuilder text = new($"export const {Camel(type.Name)} = {{\n");
        foreach (FieldInfo field in FieldsOf(type))
        {
            text.Append($"  {Camel(field.Name)}: '{Value(field)}',\n");
        }

        return text.Append("} as const;\n").ToString();
    }

    static IEnumerable<FieldInfo> FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral);

    static string Value(FieldInfo field) => (string)field.GetRawConstantValue()!;

    static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    string Declare(Type type, Func<string> declaration)
    {
        if (_declarations.TryAdd(type.Name, ""))
        {
            _declarations[type.Name] = declaration();
        }

        return type.Name;
    }

    string Interface(JsonTypeInfo info)
    {
        StringBuilder text = new($"export interface {info.Type.Name} {{\n");
        foreach (JsonPropertyInfo property in info.Properties)
        {
            bool optional = property.AssociatedParameter is { HasDefaultValue: true };
            string name = optional ? property.Name + "?" : property.Name;
            string type = Add(property.PropertyType);
            _fields.Add(property.Name);
            text.Append($"  readonly {name}: {(IsNullable(property) && !optional ? type + " | null" : type)};\n");
        }

        return text.Append("}\n").ToString();
    }

    string Union(JsonTypeInfo info)
    {
        StringBuilder text = new($"export type {info.Type.Name} =");
        foreach (object value in Enum.GetValues(info.Type))
        {
            string name = JsonSerializer.SerializeToElement(value, info).GetString()!;
            _values.Add(name);
            text.Append($"\n  | '{name}'");
        }

        return text.Append(";\n").ToString();
    }

    /// <summary>What a value type becomes that the serializer writes as one token: its default value shows it.</summary>
    static string Scalar(JsonTypeInfo info) =>
        JsonSerializer.SerializeToElement(Activator.CreateInstance(info.Type), info).ValueKind switch
        {
            JsonValueKind.Number => "number",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            var kind => throw new NotSupportedException($"{info.Type} is written as {kind}, which has no mirror yet."),
        };

    static bool IsNullable(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : property.IsGetNullable;
}
