using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>Reads JSON values strictly: what does not fit is an <see cref="AgentFormatException"/>, never a guess.</summary>
internal static class JsonElementReading
{
    public static bool TryMember(this JsonElement element, string name, out JsonElement value)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new AgentFormatException("An object was expected.");
        }

        try
        {
            return element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
        }
        catch (InvalidOperationException exception)
        {
            // The names are compared as text, and one with a lone surrogate is none.
            throw new AgentFormatException("The name of a member is no text.", exception);
        }
    }

    public static JsonElement Member(this JsonElement element, string name, JsonValueKind kind) =>
        element.TryMember(name, out var value) && value.ValueKind == kind ? value : throw Misfit(name);

    public static int Int32Member(this JsonElement element, string name) =>
        element.Member(name, JsonValueKind.Number).ToInt32(name);

    public static string TextMember(this JsonElement element, string name) =>
        element.Member(name, JsonValueKind.String).ToText(name);

    public static string? OptionalTextMember(this JsonElement element, string name) =>
        element.TryMember(name, out var value) ? value.ToText(name) : null;

    public static double NumberMember(this JsonElement element, string name) =>
        element.Member(name, JsonValueKind.Number).TryGetDouble(out var number) ? number : throw Misfit(name);

    public static bool BooleanMember(this JsonElement element, string name) =>
        element.TryMember(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Misfit(name);

    public static Guid GuidMember(this JsonElement element, string name) =>
        Guid.TryParseExact(element.TextMember(name), "D", out var guid) ? guid : throw Misfit(name);

    public static byte[] BytesMember(this JsonElement element, string name)
    {
        try
        {
            return element.Member(name, JsonValueKind.String).TryGetBytesFromBase64(out var bytes) ? bytes : throw Misfit(name);
        }
        catch (InvalidOperationException exception)
        {
            throw NoText(name, exception);
        }
    }

    /// <summary>Reads each element of an array member with the same function.</summary>
    public static T[] ListMember<T>(this JsonElement element, string name, Func<JsonElement, T> read)
    {
        var array = element.Member(name, JsonValueKind.Array);
        var list = new T[array.GetArrayLength()];
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            list[index++] = read(item);
        }

        return list;
    }

    public static int ToInt32(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : throw Misfit(name);

    public static string ToText(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Misfit(name);
        }

        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw NoText(name, exception);
        }
    }

    /// <summary>The reader refuses invalid UTF-8 and lone surrogates only when the text is taken.</summary>
    static AgentFormatException NoText(string name, InvalidOperationException exception) => new($"'{name}' is no text.", exception);

    static AgentFormatException Misfit(string name) => new($"'{name}' is missing or of the wrong kind.");
}
