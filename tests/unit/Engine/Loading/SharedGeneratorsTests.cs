using HotReload.Engine.Loading;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class SharedGeneratorsTests
{
    SharedGenerators _shared = null!;
    TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => (_shared, _folder) = (new(), new());

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void A_generator_of_the_SDK_is_loaded_once() => Assert.That(IsShared(SdkGenerator), Is.True);

    [Test]
    public void One_of_a_package_is_loaded_once()
    {
        _folder.Write("made.generator/1.0.0/.nupkg.metadata", "{}");
        Assert.That(IsShared(_folder.Write("made.generator/1.0.0/analyzers/dotnet/cs/Made.dll", "")), Is.True);
    }

    [Test]
    public void One_that_may_be_built_again_is_not() => Assert.That(IsShared(_folder.Write("bin/Made.dll", "")), Is.False);

    [Test]
    public void One_that_was_unpacked_again_is_loaded_again()
    {
        _folder.Write("made.generator/1.0.0/.nupkg.metadata", "{}");
        var path = _folder.Write("made.generator/1.0.0/analyzers/dotnet/cs/Made.dll", "");
        Assert.That(IsShared(path, () => File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch)), Is.False);
    }

    static string SdkGenerator => Directory.EnumerateFiles(Path.Combine(RoslynSetUp.Sdk.Directory, "Sdks"), "*.dll", SearchOption.AllDirectories)
        .First(path => path.Contains("analyzers", StringComparison.Ordinal));

    bool IsShared(string path, Action? meanwhile = null)
    {
        var first = Share(path);
        meanwhile?.Invoke();
        return ReferenceEquals(first, Share(path));
    }

    AnalyzerReference Share(string path)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Shop", LanguageNames.CSharp)
            .AddAnalyzerReference(new AnalyzerFileReference(path, new FreshAssemblyLoader()));
        return _shared.Share(project.Solution, RoslynSetUp.Sdk).Projects.Single().AnalyzerReferences.Single();
    }
}
