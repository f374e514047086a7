using HotReload.Engine.Loading;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class ProjectReadingsTests
{
    const string Copies = """<Project><ItemGroup><None Update="*.txt" CopyToOutputDirectory="Always" /></ItemGroup></Project>""";

    static readonly DateTime s_time = new(2026, 1, 1, 10, 0, 0, DateTimeKind.Utc);

    readonly ProjectReadings _readings = new();
    TemporaryFolder _folder = null!;
    string _project = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _project = Write("app/App.csproj", Copies, s_time);
        Write("app/a.txt", "", s_time);
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void A_project_is_read_once()
    {
        var first = _readings.Of(_project);
        Write("app/Program.cs", "", s_time.AddMinutes(1));

        Assert.That(_readings.Of(_project), Is.SameAs(first));
    }

    [Test]
    public void A_file_that_its_pattern_means_is_found_without_reading_it_again()
    {
        var first = _readings.Of(_project);
        var added = Write("app/b.txt", "", s_time);

        Assert.That(_readings.Of(_project), Is.SameAs(first));
        Assert.That(first.Copied.Select(file => file.Source), Is.EquivalentTo(new[] { _folder.At("app/a.txt"), added }));
    }

    [TestCase("app/App.csproj")]
    [TestCase("app/Directory.Build.props")]
    [TestCase("Directory.Build.targets")]
    public void A_file_that_says_what_it_names_is_read_again_when_it_was_written(string file)
    {
        Assert.That(_readings.Of(_project).Built, Is.Empty);

        Write(file, """<Project><ItemGroup><EmbeddedResource Include="a.txt" /></ItemGroup></Project>""", s_time.AddMinutes(1));

        Assert.That(_readings.Of(_project).Built, Is.EqualTo(new[] { _folder.At("app/a.txt") }));
    }

    [Test]
    public void A_file_that_is_gone_says_nothing_any_more()
    {
        var props = Write("Directory.Build.props", """<Project><ItemGroup><EmbeddedResource Include="a.txt" /></ItemGroup></Project>""", s_time);
        Assert.That(_readings.Of(_project).Built, Has.One.Items);

        File.Delete(props);

        Assert.That(_readings.Of(_project).Built, Is.Empty);
    }

    string Write(string path, string text, DateTime writtenAt)
    {
        var full = _folder.Write(path, text);
        File.SetLastWriteTimeUtc(full, writtenAt);
        return full;
    }
}
