using HotReload.Core.Buffers;

namespace HotReload.UnitTests.Core.Buffers;

public sealed class BufferTextTests
{
    [TestCase("", 1)]
    [TestCase("a", 1)]
    [TestCase("a\n", 2)]
    [TestCase("a\r\nb", 2)]
    [TestCase("a\rb", 2)]
    [TestCase("\n\r", 3)]
    [TestCase("\r\r\n", 3)]
    [TestCase("\r\n\r\n", 3)]
    [TestCase("a\u2028b\u0085c\fd", 1, Description = "Line ends for C#, but none for LSP.")]
    public void Lines_end_where_LSP_says(string text, int lines) =>
        Assert.That(new BufferText(text).LineCount, Is.EqualTo(lines));

    [TestCase(0, 1, "aX\r\nb\rc\nd")]
    [TestCase(1, 0, "a\r\nXb\rc\nd")]
    [TestCase(1, 1, "a\r\nbX\rc\nd")]
    [TestCase(2, 0, "a\r\nb\rXc\nd")]
    [TestCase(3, 1, "a\r\nb\rc\ndX")]
    public void A_place_is_found_past_every_line_end(int line, int character, string expected) =>
        Assert.That(Insert("a\r\nb\rc\nd", line, character), Is.EqualTo(expected));

    [Test]
    public void A_byte_order_mark_is_the_clients_own_and_counts_as_a_character()
    {
        var text = new BufferText("\uFEFFab\ncd");
        Assert.That(text.Text, Is.EqualTo("ab\ncd"));

        text = text.Apply(new(new(new(0, 2), new(0, 3)), "X"))!;
        Assert.That(text.Text, Is.EqualTo("aX\ncd"));
        Assert.That(text.Apply(new(new(new(0, 0), new(0, 1)), ""))!.Text, Is.EqualTo("aX\ncd"));
    }

    [TestCase("ab\r\ncd", 0, 3, "abX\r\ncd")]
    [TestCase("ab\r\ncd", 0, int.MaxValue, "abX\r\ncd")]
    [TestCase("ab\rcd", 0, 9, "abX\rcd")]
    [TestCase("ab\ncd", 1, 9, "ab\ncdX")]
    [TestCase("\r\n", 0, 1, "X\r\n")]
    [TestCase("\n\n", 1, 5, "\nX\n")]
    public void A_character_past_the_line_is_its_end(string text, int line, int character, string expected) =>
        Assert.That(Insert(text, line, character), Is.EqualTo(expected));

    [TestCase("", 1, 0, "X")]
    [TestCase("a", 1, 0, "aX")]
    [TestCase("a\n", 2, 0, "a\nX")]
    public void The_line_after_the_last_is_the_end(string text, int line, int character, string expected) =>
        Assert.That(Insert(text, line, character), Is.EqualTo(expected));

    [TestCase(2, 0)]
    [TestCase(1, 1)]
    [TestCase(-1, 0)]
    [TestCase(0, -1)]
    [TestCase(int.MaxValue, int.MaxValue)]
    [TestCase(int.MinValue, int.MinValue)]
    public void A_place_that_is_not_there_is_refused(int line, int character) =>
        Assert.That(Insert("a", line, character), Is.Null);

    [TestCase(0, 2, 0, 1)]
    [TestCase(1, 0, 0, 5)]
    public void A_reversed_range_is_refused(int startLine, int start, int endLine, int end) =>
        Assert.That(Replace("abc\ndef", startLine, start, endLine, end, ""), Is.Null);

    [Test]
    public void A_range_whose_end_is_not_there_is_refused() =>
        Assert.That(Replace("abc", 0, 1, 7, 0, ""), Is.Null);

    [TestCase("😀b", 0, 2, "😀Xb")]
    [TestCase("e\u0301b", 0, 1, "eX\u0301b")]
    [TestCase("\uFEFFusing", 0, 1, "Xusing")]
    [TestCase("\uFEFFusing", 0, 0, "X\uFEFFusing")]
    public void Characters_are_UTF16_code_units(string text, int line, int character, string expected) =>
        Assert.That(Insert(text, line, character), Is.EqualTo(expected));

    [Test]
    public void A_pair_may_be_split_as_an_editor_may_send_its_halves_one_by_one() =>
        Assert.That(Insert("😀b", 0, 1), Is.EqualTo("\ud83dX\ude00b"));

    [Test]
    public void A_range_may_span_lines_and_their_ends() =>
        Assert.That(Replace("ab\r\ncd\ref\n", 0, 1, 2, 1, "-\n-"), Is.EqualTo("a-\n-f\n"));

    [Test]
    public void A_line_with_its_end_is_deleted_up_to_the_next() =>
        Assert.That(Replace("ab\r\ncd\r\nef", 1, 0, 2, 0, ""), Is.EqualTo("ab\r\nef"));

    [Test]
    public void An_edit_without_range_is_the_whole_text() =>
        Assert.That(new BufferText("old\r\n").Apply(new(null, "new"))!.Text, Is.EqualTo("new"));

    [Test]
    public void The_text_before_the_edit_stays_as_it_is()
    {
        var text = new BufferText("a\nb");
        var edited = text.Apply(new(new(new(1, 0), new(1, 0)), "\n"))!;

        Assert.That((text.Text, text.LineCount), Is.EqualTo(("a\nb", 2)));
        Assert.That((edited.Text, edited.LineCount), Is.EqualTo(("a\n\nb", 3)));
    }

    static string? Insert(string text, int line, int character) => Replace(text, line, character, line, character, "X");

    static string? Replace(string text, int startLine, int start, int endLine, int end, string replacement) =>
        new BufferText(text).Apply(new(new(new(startLine, start), new(endLine, end)), replacement))?.Text;
}
