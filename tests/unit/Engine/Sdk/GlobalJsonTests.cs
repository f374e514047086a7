using System.Text;
using HotReload.Engine.Sdk;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Sdk;

public sealed class GlobalJsonTests
{
    [Test]
    public void It_asks_for_a_version_and_says_what_else_will_do() => Assert.That(
        Read("""{ "sdk": { "version": "10.0.100", "rollForward": "latestFeature" } }"""),
        Is.EqualTo(("10.0.100", "latestFeature")));

    [Test]
    public void Without_roll_forward_patches_will_do() =>
        Assert.That(Read("""{ "sdk": { "version": "10.0.100" } }"""), Is.EqualTo(("10.0.100", "patch")));

    [Test]
    public void Comments_and_commas_too_many_are_taken() => Assert.That(
        Read("""
             {
               // The build needs this one.
               "sdk": { "version": "10.0.100", /* for now */ },
             }
             """),
        Is.EqualTo(("10.0.100", "patch")));

    [Test]
    public void A_byte_order_mark_is_taken() =>
        Assert.That(Read("\uFEFF" + """{ "sdk": { "version": "10.0.100" } }"""), Is.EqualTo(("10.0.100", "patch")));

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{ "sdk": {} }""")]
    [TestCase("""{ "sdk": null }""")]
    [TestCase("""{ "sdk": "10.0.100" }""")]
    [TestCase("""{ "sdk": { "version": null } }""")]
    [TestCase("""{ "sdk": { "version": 10 } }""")]
    [TestCase("""{ "sdk": { "rollForward": "major" } }""")]
    [TestCase("""{ "msbuild-sdks": { "X": "1.0.0" } }""")]
    public void What_asks_for_no_version_chooses_nothing(string json) => Assert.That(Read(json), Is.Null);

    [Test]
    public void A_file_that_is_not_there_chooses_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.That(GlobalJson.TryRead(folder.At("global.json")), Is.Null);
    }

    [TestCase("10.0.102", "disable", "10.0.102", true)]
    [TestCase("10.0.102", "disable", "10.0.103", false)]
    [TestCase("10.0.102", "patch", "10.0.199", true)]
    [TestCase("10.0.102", "patch", "10.0.101", false)]
    [TestCase("10.0.102", "patch", "10.0.200", false)]
    [TestCase("10.0.102", "latestPatch", "10.0.110", true)]
    [TestCase("10.0.102", "latestPatch", "10.0.201", false)]
    [TestCase("10.0.102", "feature", "10.0.401", true)]
    [TestCase("10.0.102", "latestFeature", "10.1.100", false)]
    [TestCase("10.0.102", "minor", "10.1.100", true)]
    [TestCase("10.0.102", "latestMinor", "11.0.100", false)]
    [TestCase("10.0.102", "major", "11.0.100", true)]
    [TestCase("10.0.102", "latestMajor", "12.0.100", true)]
    [TestCase("10.0.102", "latestMajor", "9.0.300", false)]
    [TestCase("10.0.100-rc.1.25451.107", "patch", "10.0.100", true)]
    public void Roll_forward_is_the_hosts(string version, string rollForward, string installed, bool accepted) =>
        Assert.That(new GlobalJson("/p/global.json", version, rollForward).Accepts(installed), Is.EqualTo(accepted));

    static (string, string)? Read(string json)
    {
        using var folder = new TemporaryFolder();
        return GlobalJson.TryRead(folder.Write("global.json", Encoding.UTF8.GetBytes(json))) is { } read ? (read.Version, read.RollForward) : null;
    }
}
