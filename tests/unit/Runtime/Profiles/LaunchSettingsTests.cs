using System.Text;
using HotReload.Runtime.Profiles;

namespace HotReload.UnitTests.Runtime.Profiles;

public sealed class LaunchSettingsTests
{
    const string Typical = """
        {
          // A comment, as templates have them.
          "profiles": {
            "IIS Express": { "commandName": "IISExpress" },
            "http": {
              "commandName": "Project",
              "commandLineArgs": "--one \"two three\"",
              "workingDirectory": "sub",
              "dotnetRunMessages": "true",
              "launchBrowser": true,
              "launchUrl": "weather",
              "applicationUrl": "http://localhost:5000;https://localhost:5001",
              "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development", "NUMBER": 7, },
            },
            "tool": { "commandName": "Executable", "executablePath": "/bin/true" },
          },
        }
        """;

    [Test]
    public void Without_a_name_the_first_project_profile_is_chosen()
    {
        var profile = Parse(Typical).Choose(null).Profile!;

        Assert.That(profile.Name, Is.EqualTo("http"));
        Assert.That(profile.Arguments, Is.EqualTo(new[] { "--one", "two three" }));
        Assert.That(profile.WorkingDirectory, Is.EqualTo("sub"));
        Assert.That(profile.LaunchBrowser, Is.True);
        Assert.That(profile.LaunchUrl, Is.EqualTo("weather"));
        Assert.That(profile.ShowsRunMessages, Is.True);
        Assert.That(profile.Environment["NUMBER"], Is.EqualTo("7"));
    }

    [Test]
    public void A_profile_is_found_by_its_name()
    {
        var profile = Parse(Typical).Choose("TOOL").Profile!;

        Assert.That(profile.Kind, Is.EqualTo(LaunchProfileKind.Executable));
        Assert.That(profile.ExecutablePath, Is.EqualTo("/bin/true"));
    }

    [Test]
    public void An_unknown_name_is_an_error_that_lists_the_others()
    {
        var choice = Parse(Typical).Choose("https");

        Assert.That(choice.Profile, Is.Null);
        Assert.That(choice.Error, Is.EqualTo("There is no launch profile 'https'. Available: 'http', 'tool'."));
    }

    [Test]
    public void A_broken_file_is_an_error_whatever_is_asked_for() =>
        Assert.That(Parse("{").Choose(null).Error, Does.StartWith("launchSettings.json is not valid"));

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""{"profiles":[]}""")]
    [TestCase("""{"profiles":{"a":7,"b":{"commandName":7}}}""")]
    public void A_file_without_profiles_is_no_error(string json)
    {
        var choice = Parse(json).Choose(null);

        Assert.That(choice.Profile, Is.Null);
        Assert.That(choice.Error, Is.Null);
    }

    [Test]
    public void A_missing_file_is_no_error() =>
        Assert.That(LaunchSettings.Read("/nowhere/at/all").Choose(null), Is.EqualTo(new LaunchProfileChoice(null, null)));

    [Test]
    public void A_byte_order_mark_is_no_error() =>
        Assert.That(LaunchSettingsJson.Parse(Encoding.UTF8.GetPreamble().Concat("{}"u8.ToArray()).ToArray()).Choose(null).Error, Is.Null);

    static LaunchSettings Parse(string json) => LaunchSettingsJson.Parse(Encoding.UTF8.GetBytes(json));
}
