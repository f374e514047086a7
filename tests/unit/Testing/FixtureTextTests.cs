using System.Text;
using HotReload.Testing.Fixtures;

namespace HotReload.UnitTests.Testing;

public sealed class FixtureTextTests
{
    [Test]
    public void Files_stand_under_their_markers()
    {
        var files = FixtureText.Parse(
            """

            //- /App.csproj
            <Project />
            //- /Pages/Index.cshtml
            @page

            <h1>Hi</h1>

            """);

        Assert.That(files.Select(file => file.Path), Is.EqualTo((string[])["App.csproj", "Pages/Index.cshtml"]));
        Assert.That(
            files.Select(file => Encoding.UTF8.GetString(file.Content.AsSpan())),
            Is.EqualTo((string[])["<Project />\n", "@page\n\n<h1>Hi</h1>\n"]));
    }

    [TestCase("")]
    [TestCase("class C { }")]
    [TestCase("class C { }\n//- /C.cs\n")]
    public void A_text_that_does_not_begin_with_a_marker_is_refused(string text)
    {
        Assert.That(() => FixtureText.Parse(text), Throws.TypeOf<FormatException>());
    }

    [Test]
    public void The_key_follows_the_content()
    {
        var one = FixtureSource.Inline("x", "//- /a.cs\nclass A;");
        var same = FixtureSource.Inline("x", "//- /a.cs\nclass A;\n");
        var other = FixtureSource.Inline("x", "//- /a.cs\nclass B;");

        Assert.That(one.Key, Is.EqualTo(same.Key).And.Not.EqualTo(other.Key).And.StartsWith("x-"));
    }
}
