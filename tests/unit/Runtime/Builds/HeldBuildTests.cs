using HotReload.Runtime.Builds;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Runtime.Builds;

public sealed class HeldBuildTests
{
    const string Library = """
        <Project>
          <Target Name="Compile" />
          <Target Name="Build" DependsOnTargets="Compile">
            <WriteLinesToFile File="library.txt" Lines="built" />
          </Target>
          <Import Project="$(CustomAfterDirectoryBuildTargets)" />
        </Project>
        """;

    const string Program = """
        <Project DefaultTargets="Build">
          <Target Name="Restore" />
          <Target Name="Compile">
            <MSBuild Projects="Library.proj" Targets="Build" />
            <Error Condition="Exists('error.txt')" Code="TEST1" Text="It can't be compiled." />
          </Target>
          <Target Name="Build" DependsOnTargets="Compile">
            <Error Condition="Exists('locked.txt')" Code="TEST2" Text="It can't be written." />
            <WriteLinesToFile File="output.txt" Lines="built" />
          </Target>
          <Import Project="$(CustomAfterDirectoryBuildTargets)" />
        </Project>
        """;

    const string SeveralFrameworks = """
        <Project DefaultTargets="Build">
          <Target Name="Restore" />
          <Target Name="DispatchToInnerBuilds">
            <WriteLinesToFile File="output.txt" Lines="built" />
          </Target>
          <Target Name="Build" DependsOnTargets="DispatchToInnerBuilds" />
          <Import Project="$(CustomAfterDirectoryBuildTargets)" />
        </Project>
        """;

    TemporaryFolder _folder;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("Program.proj")]
    [TestCase("a; b, (c) %41 $(d) @e 'f'/Program.proj")]
    public async Task It_waits_between_compiler_and_output(string path)
    {
        await using var build = Begin(path, Program);

        Assert.That(await Hang.Guard(build.CompileAsync(CancellationToken.None)), Is.Null);
        Assert.That(Beside(path, "library.txt"), Does.Exist);
        Assert.That(Beside(path, "output.txt"), Does.Not.Exist);

        Assert.That((await Hang.Guard(build.FinishAsync(CancellationToken.None))).Succeeded);
        Assert.That(Beside(path, "output.txt"), Does.Exist);
    }

    [Test]
    public async Task Given_up_it_writes_nothing()
    {
        var build = Begin("Program.proj", Program);
        Assert.That(await Hang.Guard(build.CompileAsync(CancellationToken.None)), Is.Null);

        await Hang.Guard(build.DisposeAsync().AsTask());

        Assert.That(_folder.At("output.txt"), Does.Not.Exist);
    }

    [Test]
    public async Task Errors_of_the_compiler_end_it_before_it_waits()
    {
        _folder.Write("error.txt", "");
        await using var build = Begin("Program.proj", Program);

        var result = await Hang.Guard(build.CompileAsync(CancellationToken.None));

        Assert.That(result!.Succeeded, Is.False);
        Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { "TEST1" }));
    }

    [Test]
    public async Task Errors_that_come_later_are_told_at_its_end()
    {
        _folder.Write("locked.txt", "");
        await using var build = Begin("Program.proj", Program);
        Assert.That(await Hang.Guard(build.CompileAsync(CancellationToken.None)), Is.Null);

        var result = await Hang.Guard(build.FinishAsync(CancellationToken.None));

        Assert.That(result.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { "TEST2" }));
    }

    [Test]
    public async Task Of_several_frameworks_at_once_nothing_is_built()
    {
        await using var build = Begin("Program.proj", SeveralFrameworks);

        var result = await Hang.Guard(build.CompileAsync(CancellationToken.None));

        Assert.That(result!.Diagnostics.Select(diagnostic => diagnostic.Code), Is.EqualTo(new[] { HeldBuild.SeveralFrameworks }));
        Assert.That(_folder.At("output.txt"), Does.Not.Exist);
    }

    HeldBuild Begin(string path, string project)
    {
        _folder.Write(Path.Combine(Path.GetDirectoryName(path)!, "Library.proj"), Library);
        return HeldBuild.Begin(new("dotnet"), _folder.Write(path, project), targetFramework: null, progress: null);
    }

    string Beside(string path, string name) => _folder.At(Path.Combine(Path.GetDirectoryName(path)!, name));
}
