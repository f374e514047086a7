namespace HotReload.Agent.State.Graph;

/// <summary>One value of a graph. Describes itself: numbers by their kind, all else by a shape or an object.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bits">A number's bits, an object's number, or the shape of a leaf or enum.</param>
/// <param name="Content">The text of a string, leaf or enum; else null.</param>
readonly record struct StateValue(ValueKind Kind, long Bits, string? Content)
{
    public static StateValue Missing => default;

    public static StateValue Null => new(ValueKind.Null, 0, null);

    /// <summary>The object's number, of a reference.</summary>
    public int Target => (int)Bits;

    /// <summary>The shape's number, of a leaf or enum.</summary>
    public int Shape => (int)Bits;

    public static StateValue Text(string text) => new(ValueKind.Text, 0, text);

    public static StateValue Reference(int target) => new(ValueKind.Reference, target, null);

    public static StateValue Leaf(int shape, string text) => new(ValueKind.Leaf, shape, text);

    public static StateValue Enum(int shape, string name) => new(ValueKind.Enum, shape, name);

    /// <summary>A number, by its bits.</summary>
    public static StateValue Number(ValueKind kind, long bits) => new(kind, bits, null);

    /// <summary>The value of a primitive; missing where it is none.</summary>
    public static StateValue Primitive(object value) => value switch
    {
        bool item => new(ValueKind.Boolean, item ? 1 : 0, null),
        char item => new(ValueKind.Char, item, null),
        sbyte item => new(ValueKind.SByte, item, null),
        byte item => new(ValueKind.Byte, item, null),
        short item => new(ValueKind.Int16, item, null),
        ushort item => new(ValueKind.UInt16, item, null),
        int item => new(ValueKind.Int32, item, null),
        uint item => new(ValueKind.UInt32, item, null),
        long item => new(ValueKind.Int64, item, null),
        ulong item => new(ValueKind.UInt64, unchecked((long)item), null),
        float item => new(ValueKind.Single, BitConverter.SingleToInt32Bits(item), null),
        double item => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(item), null),
        _ => Missing,
    };

    /// <summary>The primitive or string that this is; null where it is none.</summary>
    public object? ToPrimitive() => Kind switch
    {
        ValueKind.Boolean => Bits != 0,
        ValueKind.Char => (char)Bits,
        ValueKind.SByte => (sbyte)Bits,
        ValueKind.Byte => (byte)Bits,
        ValueKind.Int16 => (short)Bits,
        ValueKind.UInt16 => (ushort)Bits,
        ValueKind.Int32 => (int)Bits,
        ValueKind.UInt32 => (uint)Bits,
        ValueKind.Int64 => Bits,
        ValueKind.UInt64 => unchecked((ulong)Bits),
        ValueKind.Single => BitConverter.Int32BitsToSingle((int)Bits),
        ValueKind.Double => BitConverter.Int64BitsToDouble(Bits),
        ValueKind.Text => Content,
        _ => null,
    };
}
