using System.Collections.Immutable;
using HotReload.JsonRpc.Messages;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Profiles;
using HotReload.UnitTests.Support;
using Moq;

namespace HotReload.UnitTests.Lsp.Sessions;

public sealed class SessionPlannerTests
{
    const string Web = """<Project Sdk="Microsoft.NET.Sdk.Web" />""";

    TemporaryFolder _folder = null!;
    Mock<IDeveloperCertificate> _certificate = null!;
    string _project = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _certificate = new();
        _certificate.Setup(certificate => certificate.Exists()).Returns(true);
        _project = _folder.Write("Shop/Shop.csproj", Web);
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Without_profiles_the_program_is_run_as_it_is()
    {
        var plan = Plan(new());

        Assert.That((plan.ProjectPath, plan.LaunchProfile, plan.Executable, plan.WorkingDirectory, plan.LaunchUrl),
            Is.EqualTo((_project, (string?)null, (string?)null, _folder.At("Shop"), (string?)null)));
        Assert.That((plan.Args.Length, plan.Environment.Count, plan.Urls.Length, plan.Warnings.Length, plan.Terminal),
            Is.EqualTo((0, 0, 0, 0, TerminalKind.Server)));
    }

    [Test]
    public void The_first_profile_that_runs_the_project_is_taken()
    {
        Profiles(""" "iis": { "commandName": "IISExpress" }, "tool": { "commandName": "Executable", "executablePath": "x" }, "http": { "commandName": "Project", "commandLineArgs": "--a \"b c\"", "environmentVariables": { "COLOUR": "red" } } """);
        var plan = Plan(new());

        Assert.That((plan.LaunchProfile, plan.Executable), Is.EqualTo(("http", (string?)null)));
        Assert.That(plan.Args, Is.EqualTo(new[] { "--a", "b c" }));
        Assert.That(plan.Environment, Is.EquivalentTo(new Dictionary<string, string?> { ["COLOUR"] = "red", ["DOTNET_LAUNCH_PROFILE"] = "http" }));
    }

    [Test]
    public void A_profile_may_be_named()
    {
        Profiles(""" "http": { "commandName": "Project" }, "tool": { "commandName": "Executable", "executablePath": "/bin/tool", "workingDirectory": "data" } """);
        var plan = Plan(new(LaunchProfile: "TOOL"));

        Assert.That((plan.LaunchProfile, plan.Executable, plan.WorkingDirectory), Is.EqualTo(("tool", "/bin/tool", _folder.At("Shop/data"))));
    }

    [Test]
    public void An_empty_name_is_no_profile()
    {
        Profiles(""" "http": { "commandName": "Project", "applicationUrl": "http://localhost:5000" } """);

        Assert.That(Plan(new(LaunchProfile: "")).LaunchProfile, Is.Null);
    }

    [Test]
    public void A_profile_that_is_not_there_is_an_error_that_names_those_that_are()
    {
        Profiles(""" "http": { "commandName": "Project" } """);

        AssertFails("HR2004", "'none'.*'http'", new(LaunchProfile: "none"));
    }

    [Test]
    public void Launch_settings_that_can_not_be_read_are_an_error()
    {
        _folder.Write("Shop/Properties/launchSettings.json", "{");

        AssertFails("HR2004", "launchSettings.json is not valid", new());
    }

    [Test]
    public void The_addresses_go_to_the_program_and_into_the_plan()
    {
        Profiles(""" "web": { "commandName": "Project", "applicationUrl": "https://localhost:7001; http://localhost:5000", "launchBrowser": true } """);
        var plan = Plan(new());

        Assert.That(plan.Urls, Is.EqualTo(new[] { "https://localhost:7001", "http://localhost:5000" }));
        Assert.That(plan.Environment["ASPNETCORE_URLS"], Is.EqualTo("https://localhost:7001;http://localhost:5000"));
        Assert.That(plan.LaunchUrl, Is.EqualTo("https://localhost:7001"));
    }

    [Test]
    public void Https_is_left_out_with_a_warning_where_there_is_no_certificate()
    {
        _certificate.Setup(certificate => certificate.Exists()).Returns(false);
        Profiles(""" "web": { "commandName": "Project", "applicationUrl": "https://localhost:7001;http://localhost:5000", "launchBrowser": true } """);
        var plan = Plan(new());

        Assert.That(plan.Urls, Is.EqualTo(new[] { "http://localhost:5000" }));
        Assert.That(plan.LaunchUrl, Is.EqualTo("http://localhost:5000"));
        Assert.That(plan.Warnings.Single(), Does.Contain("dotnet dev-certs https"));
    }

    [Test]
    public void Only_https_and_no_certificate_is_an_error_that_says_what_to_do()
    {
        _certificate.Setup(certificate => certificate.Exists()).Returns(false);
        Profiles(""" "web": { "commandName": "Project", "applicationUrl": "https://localhost:7001" } """);

        AssertFails("HR2006", "dotnet dev-certs https", new());
    }

    [Test]
    public void The_certificate_is_not_looked_for_without_https()
    {
        Profiles(""" "web": { "commandName": "Project", "applicationUrl": "http://localhost:5000" } """);
        Plan(new());

        _certificate.Verify(certificate => certificate.Exists(), Times.Never);
    }

    [TestCase("swagger", "http://localhost:5000/swagger")]
    [TestCase("/a?b=c#d", "http://localhost:5000/a?b=c#d")]
    [TestCase("https://example.org/x", "https://example.org/x")]
    [TestCase("", "http://localhost:5000")]
    public void The_page_to_open_is_relative_to_the_first_address(string page, string url)
    {
        Profiles($$""" "web": { "commandName": "Project", "applicationUrl": "http://localhost:5000", "launchBrowser": true, "launchUrl": "{{page}}" } """);

        Assert.That(Plan(new()).LaunchUrl, Is.EqualTo(url));
    }

    [TestCase(true, true, "http://localhost:5000")]
    [TestCase(true, null, "http://localhost:5000")]
    [TestCase(true, false, null)]
    [TestCase(false, true, null)]
    public void A_page_is_opened_as_the_profile_says_unless_the_start_says_no(bool profile, bool? start, string? url)
    {
        var wanted = profile ? "true" : "false";
        Profiles($$""" "web": { "commandName": "Project", "applicationUrl": "http://localhost:5000", "launchBrowser": {{wanted}} } """);

        Assert.That(Plan(new(LaunchBrowser: start)).LaunchUrl, Is.EqualTo(url));
    }

    [TestCase("http://*:5000", "http://localhost:5000/swagger")]
    [TestCase("http://+:5000", "http://localhost:5000/swagger")]
    [TestCase("http://0.0.0.0:5000", "http://localhost:5000/swagger")]
    [TestCase("http://[::]:5000", "http://localhost:5000/swagger")]
    [TestCase("http://unix:/tmp/shop.sock", null)]
    [TestCase("http://127.0.0.1:0", null)]
    [TestCase("http://127.0.0.1:5000/base/", "http://127.0.0.1:5000/base/swagger")]
    [TestCase("nonsense", null)]
    public void An_address_of_every_interface_is_opened_at_this_machine(string address, string? url)
    {
        Profiles($$""" "web": { "commandName": "Project", "applicationUrl": "{{address}}", "launchBrowser": true, "launchUrl": "swagger" } """);
        var plan = Plan(new());

        Assert.That((plan.LaunchUrl, plan.Urls.Single()), Is.EqualTo((url, address)));
    }

    [Test]
    public void No_page_is_opened_where_the_profile_does_not_ask_for_it()
    {
        Profiles(""" "web": { "commandName": "Project", "applicationUrl": "http://localhost:5000", "launchUrl": "swagger" } """);

        Assert.That(Plan(new()).LaunchUrl, Is.Null);
    }

    [Test]
    public void What_the_request_says_beats_the_profile()
    {
        Profiles(""" "web": { "commandName": "Project", "commandLineArgs": "--profile", "workingDirectory": "data", "applicationUrl": "http://localhost:5000", "environmentVariables": { "A": "profile", "B": "profile" } } """);
        var plan = Plan(new(
            Args: ["--request", ""], WorkingDirectory: _folder.Path, TargetFramework: "net9.0", Terminal: TerminalKind.Client,
            Environment: new Dictionary<string, string> { ["A"] = "request", ["ASPNETCORE_URLS"] = "http://localhost:9" }.ToImmutableDictionary()));

        Assert.That(plan.Args, Is.EqualTo(new[] { "--request", "" }));
        Assert.That((plan.Environment["A"], plan.Environment["B"]), Is.EqualTo(("request", "profile")));
        Assert.That(plan.Urls, Is.EqualTo(new[] { "http://localhost:9" }));
        Assert.That((plan.WorkingDirectory, plan.TargetFramework, plan.Terminal), Is.EqualTo((_folder.Path, "net9.0", TerminalKind.Client)));
    }

    [Test]
    public void No_arguments_in_the_request_are_none()
    {
        Profiles(""" "web": { "commandName": "Project", "commandLineArgs": "--profile" } """);

        Assert.That(Plan(new(Args: ImmutableArray<string>.Empty)).Args, Is.Empty);
    }

    [Test]
    public void The_environments_variables_count_in_directories()
    {
        var plan = Plan(new(WorkingDirectory: "%HOTRELOAD_NOT_SET%/x"));

        Assert.That(plan.WorkingDirectory, Is.EqualTo(_folder.At("Shop/%HOTRELOAD_NOT_SET%/x")));
    }

    [Test]
    public void A_project_may_be_named_by_its_file_or_its_folder()
    {
        _folder.Write("Other/Other.csproj", Web);

        Assert.That(Plan(new(Project: _project)).ProjectPath, Is.EqualTo(_project));
        Assert.That(Plan(new(Project: _folder.At("Shop"))).ProjectPath, Is.EqualTo(_project));
    }

    [Test]
    public void Several_projects_are_an_error_that_names_them()
    {
        _folder.Write("Other/Other.csproj", Web);

        AssertFails("HR2002", "Other.csproj.*Shop.csproj", new());
    }

    [Test]
    public void No_project_is_an_error_that_says_where_was_looked()
    {
        File.Delete(_project);

        AssertFails("HR2001", System.Text.RegularExpressions.Regex.Escape(_folder.Path), new());
    }

    [Test]
    public void No_workspace_is_an_error_that_says_so()
    {
        var planner = new SessionPlanner(new WorkspaceFolders(), _certificate.Object);

        Assert.That(() => planner.Plan(new()), Throws.TypeOf<JsonRpcException>().With.Message.Contains("no folder"));
    }

    [Test]
    public void A_project_that_is_not_there_is_an_error() =>
        AssertFails("HR2001", "None.csproj does not exist", new(Project: _folder.At("None.csproj")));

    void Profiles(string profiles) => _folder.Write("Shop/Properties/launchSettings.json", $$"""{ "profiles": { {{profiles}} } }""");

    SessionPlan Plan(StartParams parameters)
    {
        var folders = new WorkspaceFolders();
        folders.Change(new([new(DocumentUris.FromPath(_folder.Path), "workspace")], []));
        return new SessionPlanner(folders, _certificate.Object).Plan(parameters);
    }

    void AssertFails(string code, string message, StartParams parameters)
    {
        var failure = Assert.Throws<JsonRpcException>(() => Plan(parameters))!;
        Assert.That(failure.Message, Does.Match(message));
        Assert.That(failure.Error.Code, Is.EqualTo(JsonRpcErrorCodes.RequestFailed));
        Assert.That(failure.Error.Data!.Value.GetProperty("code").GetString(), Is.EqualTo(code));
    }
}
