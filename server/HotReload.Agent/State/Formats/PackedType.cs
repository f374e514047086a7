namespace HotReload.Agent.State.Formats;

/// <summary>The types of packed elements, by the numbers that stand in files.</summary>
static class PackedType
{
    static readonly Type[] s_types =
    [
        typeof(bool), typeof(char), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
        typeof(ulong), typeof(float), typeof(double),
    ];

    /// <summary>The number of an array's element type.</summary>
    public static int NumberOf(Array packed) => Array.IndexOf(s_types, packed.GetType().GetElementType());

    /// <summary>An array of a number's type with the elements that some bytes hold.</summary>
    /// <exception cref="StateFormatException">There is no such type, or the bytes are not whole elements.</exception>
    public static Array Make(int number, ReadOnlySpan<byte> bytes)
    {
        if (number < 0 || number >= s_types.Length)
        {
            throw new StateFormatException("it has packed elements of an unknown type");
        }

        var size = Buffer.ByteLength(Array.CreateInstance(s_types[number], 1));
        if (bytes.Length % size != 0)
        {
            throw new StateFormatException("its packed elements are not whole");
        }

        var packed = Array.CreateInstance(s_types[number], bytes.Length / size);
        Buffer.BlockCopy(bytes.ToArray(), 0, packed, 0, bytes.Length);
        return packed;
    }
}
