using System.Globalization;

namespace HotReload.Agent.State.Restore;

/// <summary>Whether a value goes where a type is wanted: as it is, or by a conversion that loses nothing.</summary>
static class Fitting
{
    /// <summary>The value as the type wants it.</summary>
    /// <returns>Whether it fits.</returns>
    public static bool Fit(object? value, Type target, out object? fitted)
    {
        fitted = value;
        var wanted = Nullable.GetUnderlyingType(target) ?? target;
        if (value is null)
        {
            return !target.IsValueType || wanted != target;
        }

        if (value is UnboundEnum named)
        {
            return wanted.IsEnum && wanted.FullName == named.Type && Enum.TryParse(wanted, named.Name, out fitted);
        }

        if (wanted.IsInstanceOfType(value))
        {
            return true;
        }

        if (!Widens(value.GetType(), wanted))
        {
            return false;
        }

        // A character is a number for C#, but not for the conversion.
        var number = value is char character ? (ushort)character : value;
        fitted = Convert.ChangeType(number, wanted, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Whether every value of a number's type is one of another's.</summary>
    static bool Widens(Type from, Type to) => !from.IsEnum && !to.IsEnum && Type.GetTypeCode(from) switch
    {
        TypeCode.SByte => Type.GetTypeCode(to) is TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal,
        TypeCode.Byte => Type.GetTypeCode(to) is TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64
            or TypeCode.UInt64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal,
        TypeCode.Int16 => Type.GetTypeCode(to) is TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal,
        TypeCode.UInt16 or TypeCode.Char => Type.GetTypeCode(to) is TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64
            or TypeCode.UInt64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal,
        TypeCode.Int32 => Type.GetTypeCode(to) is TypeCode.Int64 or TypeCode.Double or TypeCode.Decimal,
        TypeCode.UInt32 => Type.GetTypeCode(to) is TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double or TypeCode.Decimal,
        TypeCode.Int64 or TypeCode.UInt64 => Type.GetTypeCode(to) is TypeCode.Decimal,
        TypeCode.Single => Type.GetTypeCode(to) is TypeCode.Double,
        _ => false,
    };
}
