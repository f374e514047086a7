extern alias agent;

using agent::HotReload.Agent.Start;

namespace HotReload.UnitTests.Agent;

public sealed class AgentSettingsTests
{
    static readonly char Separator = Path.PathSeparator;

    [Test]
    public void The_agents_own_entry_goes_and_the_users_stay_in_order()
    {
        var hooks = string.Join(Separator, "/a.dll", "/agent.dll", "", "/b.dll");
        Assert.That(AgentSettings.WithoutAgent(hooks, "/agent.dll"), Is.EqualTo($"/a.dll{Separator}/b.dll"));
    }

    [TestCase(null)]
    [TestCase("/agent.dll")]
    public void Nothing_is_left_where_there_was_nothing_else(string? hooks) =>
        Assert.That(AgentSettings.WithoutAgent(hooks, "/agent.dll"), Is.Null);
}
