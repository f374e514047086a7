using HotReload.Engine.Sdk;

namespace HotReload.UnitTests.Engine;

/// <summary>
/// Makes Roslyn load from the SDK, as the server does, before any method that names one of its types is compiled by the
/// JIT. Nothing here names one.
/// </summary>
[SetUpFixture]
public sealed class RoslynSetUp
{
    static readonly RoslynResolver s_resolver = new();
    static SdkInstallation? s_sdk;

    /// <summary>The SDK that Roslyn comes from.</summary>
    internal static SdkInstallation Sdk => s_sdk ?? throw new InvalidOperationException("The set-up has not run.");

    [OneTimeSetUp]
    public void Bind()
    {
        var lookup = SdkLocator.Locate(TestContext.CurrentContext.TestDirectory);
        Assert.That(lookup.Error, Is.Null);
        s_sdk = lookup.Found;
        Assert.That(s_resolver.Bind(Sdk), Is.Null);
    }
}
