using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;

namespace HotReload.Agent.State.Types;

/// <summary>
/// Types whose values are their text, in the same way in every culture: what stands in a file can be read by people, and there is
/// nothing behind it that could be forged.
/// </summary>
static class LeafTypes
{
    /// <summary>Whether a type is one.</summary>
    public static bool Holds(Type type) => type.FullName is "System.Decimal" or "System.Guid" or "System.DateTime" or "System.DateTimeOffset"
            or "System.TimeSpan" or "System.DateOnly" or "System.TimeOnly" or "System.Half" or "System.Int128" or "System.UInt128"
            or "System.Version" or "System.Uri" or "System.Text.Rune" or "System.Numerics.BigInteger" or "System.Net.IPAddress"
            or "System.Globalization.CultureInfo"
        && FrameworkTypes.Holds(type);

    /// <summary>A value's text.</summary>
    public static string Format(object value) => value switch
    {
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        Uri uri => uri.OriginalString,
        CultureInfo culture => culture.Name,
        _ => FormatRare(value),
    };

    /// <summary>The value of a text.</summary>
    /// <exception cref="FormatException">It is no text of that type.</exception>
    public static object Parse(Type type, string text)
    {
        try
        {
            return ParseCommon(type, text);
        }
        catch (Exception exception) when (exception is ArgumentException or OverflowException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    static object ParseCommon(Type type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return type.FullName switch
        {
            "System.Decimal" => decimal.Parse(text, NumberStyles.Float, culture),
            "System.Guid" => Guid.Parse(text),
            "System.DateTime" => DateTime.ParseExact(text, "O", culture, DateTimeStyles.RoundtripKind),
            "System.DateTimeOffset" => DateTimeOffset.ParseExact(text, "O", culture, DateTimeStyles.RoundtripKind),
            "System.TimeSpan" => TimeSpan.ParseExact(text, "c", culture),
            "System.DateOnly" => DateOnly.ParseExact(text, "O", culture),
            "System.TimeOnly" => TimeOnly.ParseExact(text, "O", culture),
            _ => ParseRare(type, text),
        };
    }

    // Apart, so that the assemblies of these types are not loaded for a program that does not use them.
    static string FormatRare(object value) => value switch
    {
        BigInteger number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    static object ParseRare(Type type, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return type.FullName switch
        {
            "System.Half" => Half.Parse(text, NumberStyles.Float, culture),
            "System.Int128" => Int128.Parse(text, NumberStyles.Integer, culture),
            "System.UInt128" => UInt128.Parse(text, NumberStyles.Integer, culture),
            "System.Version" => Version.Parse(text),
            "System.Uri" => new Uri(text, UriKind.RelativeOrAbsolute),
            "System.Text.Rune" => Rune.GetRuneAt(text, 0),
            "System.Numerics.BigInteger" => BigInteger.Parse(text, NumberStyles.Integer, culture),
            "System.Net.IPAddress" => IPAddress.Parse(text),
            "System.Globalization.CultureInfo" => CultureInfo.GetCultureInfo(text),
            _ => throw new FormatException($"{type} has no text of its own."),
        };
    }
}
