using FsCheck;
using FsCheck.Fluent;
using HotReload.Lsp.Workspace;

namespace HotReload.UnitTests.Lsp.Workspace;

[Platform("Linux,MacOsX", Reason = "The paths of these cases are those of Unix.")]
public sealed class DocumentUrisTests
{
    [TestCase("file:///src/Cart.cs", "/src/Cart.cs")]
    [TestCase("FILE:///src/Cart.cs", "/src/Cart.cs")]
    [TestCase("file:///my%20src/Cart.cs", "/my src/Cart.cs")]
    [TestCase("file:///my src/Cart.cs", "/my src/Cart.cs")]
    [TestCase("file:///src/B%C3%BCcher%20%E6%97%A5%E6%9C%AC.cs", "/src/Bücher 日本.cs")]
    [TestCase("file:///src/%F0%9F%98%80.cs", "/src/😀.cs")]
    [TestCase("file:///src/a%23b%3Fc.cs", "/src/a#b?c.cs")]
    [TestCase("file:///src/100%25.cs", "/src/100%.cs")]
    [TestCase("file:///src/a%2520b.cs", "/src/a%20b.cs", Description = "Decoded once and not twice.")]
    [TestCase("file:///src/%5Bid%5D.cs", "/src/[id].cs")]
    [TestCase("file:///src/../other/Cart.cs", "/other/Cart.cs")]
    [TestCase("file:///src/a+b&c=d;e.cs", "/src/a+b&c=d;e.cs")]
    [TestCase("file:/src/Cart.cs", "/src/Cart.cs")]
    [TestCase("file://localhost/src/Cart.cs", "/src/Cart.cs")]
    public void A_file_has_a_path(string uri, string path) => Assert.That(DocumentUris.ToPath(uri), Is.EqualTo(path));

    [TestCase("untitled:Untitled-1")]
    [TestCase("untitled:/src/New.cs")]
    [TestCase("git:/src/Cart.cs?%7B%22ref%22%3A%22HEAD%22%7D")]
    [TestCase("vscode-notebook-cell:/src/a.ipynb#1")]
    [TestCase("https://example.org/Cart.cs")]
    [TestCase("file://server/share/Cart.cs")]
    [TestCase("csharp:/metadata/System.String.cs")]
    [TestCase("")]
    [TestCase("Cart.cs")]
    [TestCase("::")]
    [TestCase("file://")]
    [TestCase("file:///src/a%00b.cs")]
    public void Anything_else_is_no_file_of_a_project_and_no_exception(string uri) => Assert.That(DocumentUris.ToPath(uri), Is.Null);

    [TestCase("/src/Cart.cs", "file:///src/Cart.cs")]
    [TestCase("/my src/Cart.cs", "file:///my%20src/Cart.cs")]
    [TestCase("/src/100%.cs", "file:///src/100%25.cs")]
    [TestCase("/src/a%20b.cs", "file:///src/a%2520b.cs")]
    [TestCase("/src/a#b?c.cs", "file:///src/a%23b%3Fc.cs")]
    [TestCase("/src/日本.cs", "file:///src/%E6%97%A5%E6%9C%AC.cs")]
    public void A_path_has_a_URI(string path, string uri) => Assert.That(DocumentUris.FromPath(path), Is.EqualTo(uri));

    [Test]
    public void Every_path_comes_back_from_its_URI() =>
        Prop.ForAll(Paths(), path => DocumentUris.ToPath(DocumentUris.FromPath(path)) == path)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static Arbitrary<string> Paths() =>
        Gen.Elements("a", "B", " ", "%", "%2", "%20", "#", "?", "&", "+", ";", ":", "=", "@", "ü", "日本", "😀", "e\u0301", "[x]", "(y)", "'", "\"", "\\", "~", "!", "c:", "|")
            .NonEmptyListOf()
            .Select(pieces => string.Concat(pieces) + ".cs")
            .NonEmptyListOf()
            .Select(names => "/src/" + string.Join('/', names))
            .ToArbitrary();
}
