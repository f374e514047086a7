using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace HotReload.Agent.State.Formats;

/// <summary>Grows as bytes are written to it.</summary>
sealed class BinaryOutput
{
    const int FirstBytes = 4096;

    byte[] _bytes = new byte[FirstBytes];
    int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Byte(byte value) => Reserve(1)[0] = value;

    /// <summary>Seven bits a byte, the lowest first.</summary>
    public void Number(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    public void Count(int value) => Number((ulong)value);

    /// <summary>Numbers near zero are short, whatever their sign.</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    public void Fixed32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), value);

    public void Fixed64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value);

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Count(bytes.Length);
        Raw(bytes);
    }

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Text as its UTF-16 units where they are no valid text, else as UTF-8: nothing is lost, and nearly all is short.</summary>
    public void Text(string text)
    {
        if (TextForm.IsWhole(text))
        {
            Byte(TextForm.Utf8);
            Bytes(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            Byte(TextForm.Utf16);
            Bytes(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }

    Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)_length + count)));
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}
