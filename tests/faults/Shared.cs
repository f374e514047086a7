namespace HotReload.FaultTests;

/// <summary>What the tests take over from each other.</summary>
[SetUpFixture]
sealed class Shared
{
    /// <summary>The server of every test that does not say why it has its own.</summary>
    public static SharedServer Server { get; } = new();

    [OneTimeTearDown]
    public async Task End() => await Server.DisposeAsync();
}
