using System.Text.Json;
using HotReload.Runtime.Launch;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Runtime.Launch;

public sealed class RuntimeConfigCopyTests
{
    TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void What_an_agent_needs_is_turned_on_and_all_else_is_as_it_was()
    {
        var config = """{"runtimeOptions":{"tfm":"net10.0","configProperties":{"System.StartupHookProvider.IsSupported":false,"Mine":false}}}""";
        var target = Target(config);
        using var copy = RuntimeConfigCopy.For(target);

        using var json = JsonDocument.Parse(File.ReadAllText(copy!.FullPath));
        var properties = json.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");
        Assert.That(properties.GetProperty("System.StartupHookProvider.IsSupported").GetBoolean(), Is.True);
        Assert.That(properties.GetProperty("Mine").GetBoolean(), Is.False);
        Assert.That(json.RootElement.GetProperty("runtimeOptions").GetProperty("tfm").GetString(), Is.EqualTo("net10.0"));
        Assert.That(File.ReadAllText(Path.ChangeExtension(target, ".runtimeconfig.json")), Is.EqualTo(config));
    }

    [Test]
    public void A_copy_is_gone_when_nobody_needs_it()
    {
        string path;
        using (var copy = RuntimeConfigCopy.For(Target("""{"runtimeOptions":{"configProperties":{"System.Reflection.Metadata.MetadataUpdater.IsSupported":false}}}""")))
        {
            path = copy!.FullPath;
        }

        Assert.That(File.Exists(path), Is.False);
    }

    [TestCase("""{"runtimeOptions":{"configProperties":{"System.StartupHookProvider.IsSupported":true}}}""")]
    [TestCase("""{"runtimeOptions":{"configProperties":{"System.StartupHookProvider.IsSupported":"false"}}}""")]
    [TestCase("""{"runtimeOptions":{"tfm":"net10.0"}}""")]
    [TestCase("""{"runtimeOptions":[]}""")]
    [TestCase("""{"runtimeOptions":""")]
    [TestCase(null)]
    public void A_program_that_does_not_need_one_or_has_none_is_started_as_it_is(string? config) => Assert.That(RuntimeConfigCopy.For(Target(config)), Is.Null);

    [Test]
    public void An_executable_has_none() => Assert.That(RuntimeConfigCopy.For("dotnet"), Is.Null);

    string Target(string? config)
    {
        if (config is not null)
        {
            _folder.Write("App.runtimeconfig.json", config);
        }

        return _folder.Write("App.dll", "x");
    }
}
