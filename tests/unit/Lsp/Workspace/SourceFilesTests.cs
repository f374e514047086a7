using System.Text;
using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class SourceFilesTests
{
    [TestCase("/p/Cart.cs", true)]
    [TestCase("/p/CART.CS", true)]
    [TestCase("/p/Index.razor", true)]
    [TestCase("/p/Index.cshtml", true)]
    [TestCase("/p/Index.cshtml.cs", true)]
    [TestCase("/p/.editorconfig", true)]
    [TestCase("/p/.globalconfig", true)]
    [TestCase("/p/site.css", false)]
    [TestCase("/p/App.csproj", false)]
    [TestCase("/p/cs", false)]
    public void Sources_are_known_by_their_endings(string path, bool isSource) =>
        Assert.That(SourceFiles.IsSource(path), Is.EqualTo(isSource));

    [TestCase("/p/App.csproj", true)]
    [TestCase("/p/Directory.Build.props", true)]
    [TestCase("/p/Directory.Build.targets", true)]
    [TestCase("/p/Strings.de.resx", true)]
    [TestCase("/p/NuGet.Config", true)]
    [TestCase("/p/global.json", true)]
    [TestCase("/p/Properties/launchSettings.json", true)]
    [TestCase("/p/app.run.json", true)]
    [TestCase("/p/appsettings.json", false)]
    [TestCase("/p/App.sln", false)]
    [TestCase("/p/Cart.cs", false)]
    public void Projects_are_known_by_their_endings_or_names(string path, bool isProject) =>
        Assert.That(SourceFiles.IsProject(path), Is.EqualTo(isProject));

    [TestCase("/p/obj/Debug/net10.0/App.AssemblyInfo.cs", true)]
    [TestCase("/p/bin/Cart.cs", true)]
    [TestCase("/p/.git/x.cs", true)]
    [TestCase("/p/node_modules/a/b.cs", true)]
    [TestCase("/p/Cart.cs", false)]
    [TestCase("/p/object/Cart.cs", false)]
    [TestCase("/p/src/bin", false, Description = "A file of that name.")]
    public void Folders_that_tools_write_to_are_known(string path, bool isOutput) =>
        Assert.That(SourceFiles.IsOutput(path), Is.EqualTo(isOutput));

    [Test]
    public void The_patterns_for_clients_name_every_kind() => Assert.That(
        string.Join(' ', SourceFiles.WatchPatterns), Does.Contain("cs,").And.Contain("razor").And.Contain("cshtml").And.Contain("csproj")
            .And.Contain("props").And.Contain("targets").And.Contain("resx").And.Contain("editorconfig")
            .And.Contain("global.json").And.Contain("launchSettings.json").And.Contain("*.run.json"));

    [Test]
    public void A_file_that_is_not_there_has_no_text()
    {
        using var folder = new TemporaryFolder();

        Assert.That(SourceFiles.Read(folder.At("none.cs")), Is.Null);
        Assert.That(SourceFiles.Read(folder.Path), Is.Null);
    }

    [Test]
    public void A_byte_order_mark_is_no_text()
    {
        using var folder = new TemporaryFolder();
        var marked = folder.Write("a.cs", [.. Encoding.UTF8.Preamble, .. "é\r\n"u8]);
        var wide = folder.Write("b.cs", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("é\r\n")]);

        Assert.That((SourceFiles.Read(marked), SourceFiles.Read(wide)), Is.EqualTo(("é\r\n", "é\r\n")));
    }

    [Test]
    public void An_empty_file_has_an_empty_text()
    {
        using var folder = new TemporaryFolder();

        Assert.That(SourceFiles.Read(folder.Write("a.cs", "")), Is.Empty);
    }
}
