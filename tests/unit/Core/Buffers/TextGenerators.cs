using FsCheck;
using FsCheck.Fluent;

namespace HotReload.UnitTests.Core.Buffers;

/// <summary>Texts of the kind that break text handling.</summary>
static class TextGenerators
{
    /// <summary>Every sort of line end, pairs and halves of pairs, marks, joiners and plain text.</summary>
    static readonly Gen<string> s_piece = Gen.Elements(
        "\r\n", "\r", "\n", "\n\r", "\r\r\n", "a", "bc", "int x = 1;", " ", "\t", "", "é", "e\u0301", "\u0301",
        "😀", "\ud83d", "\ude00", "👩‍👩‍👧", "\uFEFF", "\u2028", "\u0085", "\f", "\0", "ﬁ", "\u200f", "日本");

    /// <summary>A short text.</summary>
    public static Gen<string> Text { get; } = s_piece.ArrayOf().Select(string.Concat);

    /// <summary>What may be typed or pasted.</summary>
    public static Gen<string> Inserted { get; } = Gen.Frequency((2, s_piece), (1, Gen.Constant("")), (1, Text));
}
