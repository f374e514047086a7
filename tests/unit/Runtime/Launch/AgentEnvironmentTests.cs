using System.Collections.Immutable;
using HotReload.Runtime.Launch;

namespace HotReload.UnitTests.Runtime.Launch;

public sealed class AgentEnvironmentTests
{
    static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    [Test]
    public void The_agent_comes_before_the_users_hooks()
    {
        var variables = Add(None, name => name == "DOTNET_STARTUP_HOOKS" ? "user.dll" : null);
        Assert.That(variables["DOTNET_STARTUP_HOOKS"], Is.EqualTo($"agent.dll{Path.PathSeparator}user.dll"));
    }

    [Test]
    public void A_variable_of_the_command_counts_more_than_an_inherited_one()
    {
        var variables = Add(None.Add("DOTNET_STARTUP_HOOKS", null), _ => "inherited");
        Assert.That(variables["DOTNET_STARTUP_HOOKS"], Is.EqualTo("agent.dll"));
    }

    [TestCase(null, "unset")]
    [TestCase("", "=")]
    [TestCase("none", "=none")]
    public void What_was_there_before_can_be_put_back(string? before, string expected)
    {
        var variables = Add(None.Add("DOTNET_MODIFIABLE_ASSEMBLIES", before), _ => null);

        Assert.That(variables["DOTNET_MODIFIABLE_ASSEMBLIES"], Is.EqualTo("debug"));
        Assert.That(variables["HOTRELOAD_AGENT_MODIFIABLE"], Is.EqualTo(expected));
    }

    static ImmutableDictionary<string, string?> Add(
        ImmutableDictionary<string, string?> variables, Func<string, string?> inherited) =>
        AgentEnvironment.Add(variables, inherited, "agent.dll", "pipe", "secret");
}
