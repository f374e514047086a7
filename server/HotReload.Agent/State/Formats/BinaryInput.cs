using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace HotReload.Agent.State.Formats;

/// <summary>Reads what <see cref="BinaryOutput"/> has written, and trusts none of it.</summary>
sealed class BinaryInput(ReadOnlyMemory<byte> bytes)
{
    const int MaxShift = 63;

    int _position;

    public bool IsAtEnd => _position == bytes.Length;

    public byte Byte() => Take(1)[0];

    public ulong Number()
    {
        ulong value = 0;
        for (var shift = 0; shift <= MaxShift; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new StateFormatException("it has a number without an end");
    }

    /// <summary>How many follow; never more than there are bytes left, so that nothing is reserved for what is not there.</summary>
    public int Count()
    {
        var value = Number();
        return value <= (ulong)(bytes.Length - _position) ? (int)value : throw new StateFormatException("it ends too early");
    }

    /// <summary>A number below a bound.</summary>
    public int Below(int bound)
    {
        var value = Number();
        return value < (ulong)bound ? (int)value : throw new StateFormatException("it refers to something that is not in it");
    }

    public long Signed()
    {
        var value = Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int Fixed32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long Fixed64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ReadOnlySpan<byte> Bytes() => Take(Count());

    public string Text()
    {
        var form = Byte();
        var content = Bytes();
        return form switch
        {
            TextForm.Utf8 => Encoding.UTF8.GetString(content),
            TextForm.Utf16 => new string(MemoryMarshal.Cast<byte, char>(content)),
            _ => throw new StateFormatException("it has a text of an unknown form"),
        };
    }

    ReadOnlySpan<byte> Take(int count)
    {
        if (bytes.Length - _position < count)
        {
            throw new StateFormatException("it ends too early");
        }

        _position += count;
        return bytes.Span.Slice(_position - count, count);
    }
}
