using HotReload.JsonRpc.Messages;
using HotReload.Testing.Fixtures;

namespace HotReload.FaultTests;

/// <summary>Broken project file, missing SDK: state <c>error</c> with the reason, text sync alive, recovers when mended.</summary>
sealed class Fault25_BrokenProjectTests
{
    [Test]
    public async Task A_project_file_that_is_no_xml_is_an_error_until_it_is_mended()
    {
        using var fixture = await Fixture.OpenAsync("console");
        var project = fixture.Read("Greeter.csproj");
        fixture.Write("Greeter.csproj", project.Replace("</PropertyGroup>", "", StringComparison.Ordinal));

        await MustFailAsync(fixture, mend: () => fixture.Write("Greeter.csproj", project), "HR2005", "Greeter.csproj");
    }

    [Test]
    public async Task An_sdk_that_is_not_installed_is_an_error_until_another_is_asked_for()
    {
        using var fixture = await Fixture.OpenAsync("console");
        fixture.Write("global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        await MustFailAsync(fixture, mend: () => File.Delete(fixture.PathTo("global.json")), "HR2003", "99.0.100");
    }

    [Test]
    public async Task A_program_that_does_not_build_shows_where_until_it_does()
    {
        using var fixture = await Fixture.OpenAsync("console");
        fixture.Replace("Board.cs", "guests\";", "guests\"");
        await using var editor = await EditorClient.LaunchAsync(fixture.Root);

        var error = Assert.ThrowsAsync<JsonRpcRemoteException>(() => editor.StartAsync())!.Error;

        Assert.That(error.Data?.GetProperty("code").GetString(), Is.EqualTo("HR2005"), error.Message);
        var shown = await editor.DiagnosticsAsync("Board.cs");
        Assert.That(shown.Select(diagnostic => diagnostic.Code?.GetString()), Is.EqualTo((string[])["CS1002"]));
        Assert.That(shown[0].Range.Start.Line, Is.EqualTo(7));

        fixture.Replace("Board.cs", "guests\"", "guests\";");
        await editor.StartAsync();

        Assert.That(await editor.DiagnosticsAsync("Board.cs", diagnostics => diagnostics.IsEmpty), Is.Empty);
        await editor.OutputContainingAsync("Hello, 0 guests");
    }

    static async Task MustFailAsync(Fixture fixture, Action mend, string code, string reason)
    {
        await using var editor = await EditorClient.LaunchAsync(fixture.Root);

        // The project is named: whether it can be found is not the question.
        var start = new StartParams(Project: fixture.PathTo("Greeter.csproj"));
        var error = Assert.ThrowsAsync<JsonRpcRemoteException>(() => editor.StartAsync(start))!.Error;

        Assert.That(error.Data?.GetProperty("code").GetString(), Is.EqualTo(code), error.Message);
        Assert.That(error.Message, Does.Contain(reason));
        var status = await editor.StatusAsync(SessionState.Error);
        Assert.That(status.Message, Does.Contain(reason));

        await editor.OpenAsync("Board.cs");
        await editor.TypeOverAsync("Board.cs", "Hello", "Mended");
        mend();
        await editor.StartAsync(start);
        var result = await editor.ApplyAsync();

        Assert.That(result.Outcome, Is.AnyOf(ReloadOutcome.Applied, ReloadOutcome.NoChange), result.Message);
        await editor.OutputContainingAsync("Mended, 0 guests");
    }
}
