using HotReload.Engine.Sdk;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Sdk;

public sealed class SdkLocatorTests
{
    TemporaryFolder _dotnet = null!;

    [SetUp]
    public void Create() => _dotnet = new();

    [TearDown]
    public void Delete() => _dotnet.Dispose();

    [Test]
    public void The_one_that_the_host_puts_first_is_taken()
    {
        var lookup = SdkLocator.Choose([Install("10.0.401"), Install("10.0.100")], null);

        Assert.That((lookup.Found?.Version, lookup.Error), Is.EqualTo(("10.0.401", (string?)null)));
    }

    [Test]
    public void No_SDK_at_all_is_an_error_that_says_what_to_install() => AssertError(
        SdkLocator.Choose([], null), "No .NET SDK was found", "Install .NET SDK 10.0.100 or later", "DOTNET_ROOT");

    [Test]
    public void None_of_the_version_asked_for_names_the_file_that_asks() => AssertError(
        SdkLocator.Choose([], new("/p/global.json", "10.0.300", "patch")), "/p/global.json", "10.0.300", "not installed");

    [Test]
    public void One_that_does_not_fit_names_what_is_installed() => AssertError(
        SdkLocator.Choose([Install("10.0.401"), Install("9.0.300")], new("/p/global.json", "10.0.100", "patch")),
        "/p/global.json", "10.0.100", "rollForward patch", "10.0.401, 9.0.300");

    [Test]
    public void One_that_fits_is_taken() => Assert.That(
        SdkLocator.Choose([Install("10.0.401")], new("/p/global.json", "10.0.100", "latestFeature")).Found?.Version, Is.EqualTo("10.0.401"));

    [TestCase("9.0.300")]
    [TestCase("8.0.100")]
    [TestCase("not a version")]
    public void One_too_old_is_an_error_that_says_which_will_do(string version) =>
        AssertError(SdkLocator.Choose([Install(version)], null), version, "too old", "10.0.100 or later");

    [Test]
    public void A_preview_of_the_oldest_will_do() =>
        Assert.That(SdkLocator.Choose([Install("10.0.100-rc.2.25502.107")], null).Error, Is.Null);

    [Test]
    public void One_without_its_compiler_is_an_error_that_says_what_is_missing()
    {
        var sdk = Install("10.0.401");
        Directory.Delete(Path.Combine(sdk.Directory, "Roslyn", "bincore"));

        AssertError(SdkLocator.Choose([sdk], null), "incomplete", Path.Combine("Roslyn", "bincore"), "Repair or reinstall");
    }

    [Test]
    public void The_SDK_of_this_machine_is_found_with_its_service() => Assert.That(
        RoslynSetUp.Sdk.RoslynFolders.Any(folder => File.Exists(Path.Combine(folder, "Microsoft.CodeAnalysis.ExternalAccess.HotReload.dll"))));

    [Test]
    public void A_folder_whose_global_json_asks_for_none_that_is_here_gets_an_error()
    {
        _dotnet.Write("project/global.json", """{ "sdk": { "version": "10.0.199", "rollForward": "disable" } }""");

        Assert.That(SdkLocator.Locate(_dotnet.At("project")).Error, Does.Contain("10.0.199").And.Contain("global.json"));
    }

    [Test]
    public void The_dotnet_command_is_that_of_the_SDK()
    {
        var sdk = Install("10.0.401");

        Assert.That(sdk.DotnetExecutable, Is.EqualTo(_dotnet.At(OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")));
    }

    [Test]
    public void A_process_holds_one_Roslyn()
    {
        var resolver = new RoslynResolver();
        var first = Install("10.0.401");

        Assert.That(resolver.Bind(first), Is.Null);
        Assert.That(resolver.Bind(first with { }), Is.Null);
        Assert.That(resolver.Bind(Install("10.0.500")), Does.Contain("10.0.401").And.Contain("10.0.500").And.Contain("Restart the server"));
    }

    SdkInstallation Install(string version)
    {
        var folder = _dotnet.At(Path.Combine("sdk", version));
        Directory.CreateDirectory(Path.Combine(folder, "Roslyn", "bincore"));
        Directory.CreateDirectory(Path.Combine(folder, "DotnetTools", "dotnet-format"));
        return new(version, folder);
    }

    static void AssertError(SdkLookup lookup, params string[] parts)
    {
        Assert.That(lookup.Found, Is.Null);
        foreach (var part in parts)
        {
            Assert.That(lookup.Error, Does.Contain(part));
        }
    }
}
