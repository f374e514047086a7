using HotReload.Engine.Loading;
using HotReload.Engine.Session;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Session;

[TestFixture]
public sealed class EngineWarmUpTests
{
    [Test]
    public async Task It_comes_as_far_as_a_delta()
    {
        using var folder = new TemporaryFolder();

        Assert.That(await RunAsync(folder.Path), Is.True);
    }

    /// <summary>Apart, as it is compiled when Roslyn's home is known.</summary>
    static Task<bool> RunAsync(string folder) =>
        EngineWarmUp.RunAsync(RoslynSetUp.Sdk, Task.FromResult(WorkspaceHosts.CreateForEditing()), folder, CancellationToken.None);
}
