using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HotReload.Engine.Declarations.Constants;

/// <summary>How the value of a constant is written in its place.</summary>
internal static class ConstantText
{
    /// <summary>The value, with exactly the constant's type; null where there is no way to write that.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="isPattern">Whether something is compared with it, where a conversion would be read as another pattern.</param>
    public static string? Of(IFieldSymbol constant, bool isPattern) => Of(constant.Type, constant.ConstantValue, isPattern);

    /// <summary>A value, with exactly a type; null where there is no way to write that.</summary>
    /// <param name="type">The type.</param>
    /// <param name="value">The value.</param>
    /// <param name="isPattern">See above.</param>
    public static string? Of(ITypeSymbol type, object? value, bool isPattern)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (value is null)
        {
            return isPattern ? "null" : $"default({name})";
        }

        var text = type.TypeKind == TypeKind.Enum ? NameOf(type, value, name)
            : type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr ? null
            : LiteralOf(value);
        return text is not null ? isPattern ? text : $"({text})"
            : isPattern || NumberOf(value) is not { } number ? null
            : $"(({name})({number}))";
    }

    static string? LiteralOf(object? value) => value switch
    {
        int number => Invariant(number),
        uint number => Invariant(number) + "U",
        long number => Invariant(number) + "L",
        ulong number => Invariant(number) + "UL",
        decimal number => Invariant(number) + "M",
        float number => float.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) + "F" : $"float.{Named(number)}",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) + "D" : $"double.{Named(number)}",
        bool or char or string => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        _ => null,
    };

    static string Named(double value) =>
        double.IsNaN(value) ? nameof(double.NaN) : value > 0 ? nameof(double.PositiveInfinity) : nameof(double.NegativeInfinity);

    static string? NameOf(ITypeSymbol type, object value, string name) => type.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, value)) is { } named
        ? $"{name}.{named.Name}"
        : null;

    /// <summary>Of types that have no literals of their own.</summary>
    static string? NumberOf(object? value) => value switch
    {
        byte or sbyte or short or ushort or int or uint or long or ulong => Invariant((IFormattable)value),
        _ => null,
    };

    static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
