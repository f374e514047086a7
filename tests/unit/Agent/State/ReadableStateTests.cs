extern alias agent;

using System.Text.Json.Nodes;
using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.State;
using agent::HotReload.Agent.State.Services;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Agent.State;

/// <summary>State as people read it.</summary>
[NonParallelizable]
public sealed class ReadableStateTests
{
    TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Places_stand_under_their_types_with_all_that_they_lead_to()
    {
        Held.Number = 42;
        Held.Text = "half a pair: \ud800";
        Held.Places.Clear();
        Held.Places["home"] = new(3, 4);
        Held.Bytes = [1, 2];
        Held.Any = double.PositiveInfinity;
        Held.Times = [new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)];
        Held.Colours = new() { [Guid.Empty] = Colour.Green };
        var read = Read();

        Assert.Multiple(() =>
        {
            Assert.That(Text(read["Number"]), Is.EqualTo("42"));
            Assert.That(Text(read["Text"]), Is.EqualTo("\"half a pair: \uFFFD\""));
            Assert.That(Text(read["Places"]), Is.EqualTo("""{"home":{"$type":"HotReload.UnitTests.Agent.State.Place","X":3,"Y":4}}"""));
            Assert.That(Text(read["Bytes"]), Is.EqualTo("[1,2]"));
            Assert.That(Text(read["Any"]), Is.EqualTo("\"Infinity\""));
            Assert.That(Text(read["Times"]), Is.EqualTo("""["2026-01-02T03:04:05.0000000Z"]"""));
            Assert.That(Text(read["Colours"]), Is.EqualTo("""{"00000000-0000-0000-0000-000000000000":"Green"}"""));
        });
    }

    [Test]
    public void An_object_that_is_met_again_is_a_reference_to_the_first()
    {
        Held.Ring = new Part { Name = "ring" };
        Held.Ring.Next = Held.Ring;
        var ring = Read()["Ring"]!;
        Held.Ring = null;

        Assert.That(Text(ring["Name"]), Is.EqualTo("\"ring\""));
        Assert.That(Text(ring["Next"]!["$ref"]), Is.EqualTo(Text(ring["$id"])));
    }

    [Test]
    public void A_long_chain_goes_on_at_the_end()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Held.Ring = new Part { Name = $"{i}", Next = Held.Ring };
        }

        var all = ReadAll();
        Held.Ring = null;

        Assert.That(all["$more"]!.AsArray(), Is.Not.Empty);
        Assert.That(all.ToJsonString(), Does.Contain("\"Name\":\"0\""));
    }

    JsonNode Read() => ReadAll()[typeof(Held).FullName!]!;

    JsonObject ReadAll()
    {
        var path = Path.Combine(_folder.Path, "state.json");
        var capture = new AgentCapture(path, AgentStateMode.Marked, new(1 << 24, 100_000, 10_000), ["HotReload.UnitTests"]) { Form = AgentStateForm.Text };
        Assert.That(new StateSession(new HostWatch(), _ => false).Capture(capture).Bytes, Is.EqualTo(new FileInfo(path).Length));
        return JsonNode.Parse(File.ReadAllText(path), null, new() { MaxDepth = 256 })!.AsObject();
    }

    static string Text(JsonNode? node) => node?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
}
