using HotReload.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Support;

public sealed class MaskingTests
{
    static readonly Masking s_posix = new("/home/ada", "ada", "engine");
    static readonly Masking s_windows = new(@"C:\Users\ada", "ada", "ENGINE");

    [TestCase("/home/ada/shop/Cart.cs", "~/shop/Cart.cs")]
    [TestCase("file:///home/ada/shop", "file://~/shop")]
    [TestCase("ada runs it on Engine", "<user> runs it on <machine>")]
    [TestCase("adapter, Canada, engineer", "adapter, Canada, engineer")]
    public void Who_it_is_and_where_is_masked(string text, string masked) => Assert.That(s_posix.Mask(text), Is.EqualTo(masked));

    [TestCase(@"C:\Users\ada\shop", @"~\shop")]
    [TestCase("\"C:\\\\Users\\\\Ada\\\\shop\"", "\"~\\\\shop\"")]
    public void So_it_is_on_Windows(string text, string masked) => Assert.That(s_windows.Mask(text), Is.EqualTo(masked));

    [Test]
    public void A_name_that_is_a_word_of_any_text_is_left() =>
        Assert.That(new Masking("/", "a", "b").Mask("/a or b"), Is.EqualTo("/a or b"));
}
