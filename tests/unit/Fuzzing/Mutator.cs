using System.Text;

namespace HotReload.UnitTests.Fuzzing;

/// <summary>Makes of good input what is almost good: bytes change, pieces go, come twice, move, or come from another input.</summary>
sealed class Mutator(Random random)
{
    const int MostChanges = 6;
    const int LongestPiece = 40;

    /// <summary>What readers stumble over.</summary>
    static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-1", "0", "1e999", "99999999999999999999", "2147483648", "-2147483649", "\\ud800", "\\u0000",
            "Content-Length: 0\r\n\r\n", "Content-Length: 7\r\n", "\r\n\r\n", "\n", "\"id\":", "\"method\":\"", "\"params\":{}", "{\"line\":-1,\"character\":4294967296}", "../", "%00",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0x80], [0xed, 0xa0, 0x80], [0], [0x7f, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0xff, 0x0f],
    ];

    /// <summary>One of the inputs, changed.</summary>
    public byte[] Mutate(IReadOnlyList<byte[]> inputs)
    {
        var bytes = inputs[random.Next(inputs.Count)].ToList();
        for (var change = random.Next(1, MostChanges); change > 0; change--)
        {
            Change(bytes, inputs[random.Next(inputs.Count)]);
        }

        return [.. bytes];
    }

    void Change(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, LongestPiece), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, LongestPiece))]);
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, s_pieces[random.Next(s_pieces.Length)]);
                break;
        }
    }
}
