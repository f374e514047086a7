using System.Globalization;

namespace HotReload.Agent.State.Live;

/// <summary>Reads constants as the server writes them.</summary>
static class ConstantText
{
    /// <summary>The constant of a type; a character is written as its number.</summary>
    public static object Read(Type type, string text)
    {
        if (type.IsEnum)
        {
            return Enum.ToObject(type, Read(Enum.GetUnderlyingType(type), text));
        }

        if (type == typeof(nint))
        {
            return nint.Parse(text, CultureInfo.InvariantCulture);
        }

        if (type == typeof(nuint))
        {
            return nuint.Parse(text, CultureInfo.InvariantCulture);
        }

        return type == typeof(char)
            ? (char)int.Parse(text, CultureInfo.InvariantCulture)
            : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }
}
