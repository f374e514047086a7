using HotReload.Core.Buffers;
using HotReload.Testing.Editing;

namespace HotReload.UnitTests.Testing;

public sealed class EditorBufferTests
{
    [TestCase("ab\ncd", 4, 1, 1)]
    [TestCase("ab\r\ncd", 5, 1, 1)]
    [TestCase("ab\rcd", 4, 1, 1)]
    [TestCase("a\n\n", 3, 2, 0)]
    [TestCase("\U0001F600x", 2, 0, 2)]
    public void Positions_are_counted_as_LSP_does(string text, int offset, int line, int character)
    {
        Assert.That(LineIndex.PositionAt(text, offset), Is.EqualTo(new TextPosition(line, character)));
    }

    [Test]
    public void A_splice_says_where_it_was_and_counts_the_version()
    {
        var buffer = new EditorBuffer("file:///a.cs", "one\ntwo\n", byteOrderMark: false);

        var range = buffer.Splice(buffer.OffsetOf("two"), 3, "2");

        Assert.That(range, Is.EqualTo(new TextRange(new(1, 0), new(1, 3))));
        Assert.That((buffer.Text, buffer.Version), Is.EqualTo(("one\n2\n", 2)));
    }

    [TestCase("missing")]
    [TestCase("o")]
    public void A_text_must_stand_there_exactly_once(string text)
    {
        var buffer = new EditorBuffer("file:///a.cs", "one\ntwo\n", byteOrderMark: false);

        Assert.That(() => buffer.OffsetOf(text), Throws.ArgumentException);
    }
}
