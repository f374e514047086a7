using System.Diagnostics;
using HotReload.Testing.Fixtures;

namespace HotReload.IntegrationTests;

/// <summary>Switches between the branches of a real repository, a hundred files at once.</summary>
sealed class CheckoutTests
{
    const int Parts = 100;

    [Test]
    public async Task A_checkout_is_one_reload_or_one_restart_and_the_program_is_what_the_branch_builds()
    {
        var fixture = await Fixture.InlineAsync(Source());
        var git = new GitRepository(fixture.Root);
        await git.InitAsync();
        await git.BranchAsync("bodies", () => ChangeBodies(fixture));
        await git.BranchAsync("shapes", () => ChangeShapes(fixture));
        await git.CheckOutAsync("main");
        await using var program = new SayingProgram(await Shared.Server.StartAsync(fixture, options: new(Restart: RestartPolicy.Auto)));
        Assert.That(await program.AskAsync("Whole"), Does.StartWith("0-0 1-0 "));

        await git.CheckOutAsync("bodies");
        var applied = await program.Editor.NextResultAsync();

        program.Live.MustBeApplied(applied);
        Assert.That(applied.Members.Count(member => member.Name.EndsWith(".Say()", StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(Parts));
        Assert.That(await program.AskAsync("Whole"), Is.EqualTo(await ColdAnswerAsync(git, "bodies")));
        Assert.That(program.Editor.Heard.Results.Count, Is.EqualTo(1), program.Editor.Log);

        await git.CheckOutAsync("shapes");
        var refused = await program.Editor.NextResultAsync();
        var restarted = await program.Editor.NextResultAsync();

        Assert.That(refused.Outcome, Is.EqualTo(ReloadOutcome.RestartRequired), refused.Message);
        Assert.That(refused.Diagnostics.Select(diagnostic => diagnostic.Code), Has.Some.StartsWith("ENC"));
        Assert.That(restarted.Outcome, Is.EqualTo(ReloadOutcome.Restarted), restarted.Message);
        Assert.That(await program.AskAsync("Whole"), Is.EqualTo(await ColdAnswerAsync(git, "shapes")));
        Assert.That(program.Editor.Heard.Results.Count, Is.EqualTo(3), program.Editor.Log);
        Assert.That(program.Editor.Heard.Results.All().Select(result => result.Outcome), Has.None.EqualTo(ReloadOutcome.Held));
    }

    /// <summary>Every body says something else, one file is renamed and one is new.</summary>
    static void ChangeBodies(Fixture fixture)
    {
        for (var i = 0; i < Parts; i++)
        {
            fixture.Write($"Part{i}.cs", Part(i, 1));
        }

        File.Move(fixture.PathTo("Part7.cs"), fixture.PathTo("Seventh.cs"));
        fixture.Write("Added.cs", Part(Parts, 1));
        fixture.Write("Whole.cs", Whole(Enumerable.Range(0, Parts + 1)));
    }

    /// <summary>Every other class is another kind of type, and one is gone.</summary>
    static void ChangeShapes(Fixture fixture)
    {
        for (var i = 0; i < Parts; i += 2)
        {
            fixture.Write($"Part{i}.cs", Part(i, 2).Replace("static class", "interface", StringComparison.Ordinal));
        }

        File.Delete(fixture.PathTo("Part9.cs"));
        fixture.Write("Whole.cs", Whole(Enumerable.Range(0, Parts + 1).Where(i => i != 9)));
    }

    static string Part(int number, int version) =>
        $"namespace Files;\n\npublic static class Part{number}\n{{\n    public static string Say() => \"{number}-{version}\";\n}}\n";

    static string Whole(IEnumerable<int> parts) =>
        $"namespace Files;\n\npublic static class Whole\n{{\n    public static string Say() => string.Join(' ', {string.Join(", ", parts.Select(part => $"Part{part}.Say()"))});\n}}\n";

    static string Source()
    {
        var folder = Path.Combine(FixtureSource.Folder, "files", "App");
        var parts = Enumerable.Range(0, Parts).Select(part => $"//- /Part{part}.cs\n{Part(part, 0)}");
        return $"""
            //- /App.csproj
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            //- /Program.cs
            {File.ReadAllText(Path.Combine(folder, "Program.cs"))}
            //- /Whole.cs
            {Whole(Enumerable.Range(0, Parts))}
            {string.Concat(parts)}
            """;
    }

    static async Task<string> ColdAnswerAsync(GitRepository git, string branch)
    {
        var folder = Directory.CreateTempSubdirectory("hotreload-cold-");
        try
        {
            await git.CloneAsync(branch, folder.FullName);
            var start = new ProcessStartInfo("dotnet", ["run", "--project", folder.FullName])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            ChildEnvironment.Clean(start.Environment);
            using var program = Process.Start(start)!;
            await program.StandardInput.WriteLineAsync("Whole");
            program.StandardInput.Close();
            var said = await program.StandardOutput.ReadToEndAsync();
            await program.WaitForExitAsync();
            return said[(said.IndexOf("Whole: ", StringComparison.Ordinal) + "Whole: ".Length)..].Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
