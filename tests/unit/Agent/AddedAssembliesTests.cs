extern alias agent;

using System.Reflection;
using System.Reflection.Emit;
using agent::HotReload.Agent.Updates;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Agent;

public sealed class AddedAssembliesTests
{
    readonly string _name = "Added" + Guid.NewGuid().ToString("N");
    TemporaryFolder _folder;

    [SetUp]
    public void Create() => _folder = new();

    // An assembly that is loaded can't be removed on every system.
    [TearDown]
    public void Remove()
    {
        if (!OperatingSystem.IsWindows())
        {
            _folder.Dispose();
        }
    }

    [Test]
    public void One_is_loaded_when_it_is_needed()
    {
        var path = Write($"{_name}.dll");
        Assert.That(() => Assembly.Load(_name), Throws.TypeOf<FileNotFoundException>());
        var added = new AddedAssemblies();

        added.Take([path]);

        Assert.That(Assembly.Load($"{_name}, Version=0.0.0.0").Location, Is.EqualTo(path));
    }

    [TestCase("/p/lib/Words.dll", "/Words")]
    [TestCase("/p/lib/de/Words.resources.dll", "de/Words.resources")]
    [TestCase("/p/lib/de/Words.dll", "/Words")]
    public void One_for_a_language_has_it_from_its_folder(string path, string key) => Assert.That(AddedAssemblies.KeyOf(path), Is.EqualTo(key));

    [Test]
    public void One_that_is_gone_is_not_found()
    {
        new AddedAssemblies().Take([_folder.At($"{_name}.dll")]);

        Assert.That(() => Assembly.Load(_name), Throws.TypeOf<FileNotFoundException>());
    }

    string Write(string file)
    {
        var path = _folder.Write(file, "");
        var assembly = new PersistedAssemblyBuilder(new(_name), typeof(object).Assembly);
        assembly.DefineDynamicModule(_name);
        assembly.Save(path);
        return path;
    }
}
