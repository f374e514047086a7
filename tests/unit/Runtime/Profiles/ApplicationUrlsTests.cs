using System.Collections.Immutable;
using HotReload.Runtime.Profiles;
using Moq;

namespace HotReload.UnitTests.Runtime.Profiles;

public sealed class ApplicationUrlsTests
{
    const string Both = "http://localhost:5000; https://localhost:5001";

    [Test]
    public void With_a_certificate_all_addresses_stay()
    {
        var urls = ApplicationUrls.From(Both, Certificate(true));

        Assert.That(urls.Urls, Has.Length.EqualTo(2));
        Assert.That(urls.Message, Is.Null);
    }

    [Test]
    public void Without_a_certificate_https_is_left_out_and_said()
    {
        var urls = ApplicationUrls.From(Both, Certificate(false));

        Assert.That(urls.Urls.Single(), Is.EqualTo("http://localhost:5000"));
        Assert.That(urls.IsUsable);
        Assert.That(urls.Message, Does.Contain("dotnet dev-certs https --trust"));
    }

    [Test]
    public void With_https_only_and_no_certificate_the_remedy_is_said()
    {
        var urls = ApplicationUrls.From("https://localhost:5001", Certificate(false));

        Assert.That(urls.IsUsable, Is.False);
        Assert.That(urls.Message, Does.Contain("dotnet dev-certs https --trust"));
    }

    [TestCase(null)]
    [TestCase("http://localhost:5000")]
    public void Without_https_the_certificate_is_not_asked_for(string? addresses)
    {
        var certificate = new Mock<IDeveloperCertificate>(MockBehavior.Strict);
        Assert.That(ApplicationUrls.From(addresses, certificate.Object).IsUsable);
    }

    [Test]
    public void The_profiles_own_variables_win_over_its_addresses()
    {
        var profile = new LaunchProfile(
            "http", LaunchProfileKind.Project, [], null, null,
            ImmutableDictionary<string, string>.Empty.Add("ASPNETCORE_URLS", "http://localhost:7000"),
            Both, false, null, false);
        var variables = LaunchEnvironment.Of(profile, ApplicationUrls.From(Both, Certificate(true)));

        Assert.That(variables["ASPNETCORE_URLS"], Is.EqualTo("http://localhost:7000"));
        Assert.That(variables["DOTNET_LAUNCH_PROFILE"], Is.EqualTo("http"));
    }

    static IDeveloperCertificate Certificate(bool exists) => Mock.Of<IDeveloperCertificate>(c => c.Exists() == exists);
}
