using HotReload.Testing.Probing;

namespace HotReload.FaultTests;

/// <summary>
/// No token, environment value or buffer text in any log, at any level. The kit looks for a value of the environment and for the text of
/// the buffers in the log of every server that a test has started; here is looked for what only this test knows.
/// </summary>
[Platform("Linux")]
sealed class Fault42_LogTests
{
    const string Text = "canary of the text of a buffer";

    [Test]
    public async Task The_agents_secret_and_what_a_request_holds_are_in_no_log()
    {
        await using var program = await Shared.Server.StartAsync("console");
        var process = program.Session.Processes.Single();

        // Where the system keeps what a process was started with, whatever it has done to its variables since.
        var variables = File.ReadAllText($"/proc/{process}/environ").Split('\0').Select(entry => entry.Split('=', 2)).Where(entry => entry.Length == 2).ToList();
        var secret = variables.Single(entry => entry[0] == "HOTRELOAD_AGENT_SECRET")[1];
        Assert.That(secret, Has.Length.GreaterThan(20));

        await program.Editor.OpenAsync("Board.cs");
        await program.Editor.ReplaceAsync("Board.cs", "return", $"Unknown(\"{Text}\"); return");
        await program.Editor.ApplyAsync();
        await program.Editor.OpenAsync("Board.cs", $"// {Text}");
        await program.Editor.NotifyAsync("textDocument/didChange", new { textDocument = new { uri = Text, version = 1 }, contentChanges = new[] { new { text = Text } } });
        Assert.That(async () => await program.Editor.RequestAsync<object, object>($"hotReload/{nameof(Fault42_LogTests)}", new { text = Text }), Throws.Exception);
        ProcessSignal.Kill(process);
        await program.Editor.StatusAsync(SessionState.Exited);

        var log = string.Join('\n', program.Editor.Server.Errors.All().Concat(program.Editor.Heard.Log.All().Select(message => message.Message)));
        Assert.That(log, Is.Not.Empty.And.Not.Contain(secret).And.Not.Contain(Text));
    }
}
