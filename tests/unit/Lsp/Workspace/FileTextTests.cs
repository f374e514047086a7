using System.Text;
using HotReload.Lsp.Workspace;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class FileTextTests
{
    const string Text = "größer 🎉";

    static IEnumerable<Encoding> Encodings => [new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32];

    [TestCaseSource(nameof(Encodings))]
    public void A_byte_order_mark_says_how_a_file_is_written_and_is_no_text(Encoding encoding) =>
        Assert.That(FileText.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]), Is.EqualTo(Text));

    [Test]
    public void What_is_no_UTF_8_is_an_old_Western_file() =>
        Assert.That(FileText.Decode([.. "gr"u8, 0xF6, 0xDF, 0x80]), Is.EqualTo("größ€"));

    [Test]
    public void An_empty_file_is_an_empty_text() => Assert.That(FileText.Decode([]), Is.Empty);
}
