extern alias agent;

using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.State;
using agent::HotReload.Agent.State.Services;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Agent.State;

/// <summary>Marked static fields go into a file and come back out of it.</summary>
[NonParallelizable]
public sealed class StaticStateTests
{
    static readonly string[] s_assemblies = ["HotReload.UnitTests"];
    static readonly AgentStateLimits s_limits = new(1 << 20, 10_000, 10_000);

    readonly StateSession _state = new(new HostWatch(), _ => false);
    TemporaryFolder _folder = null!;

    string File => Path.Combine(_folder.Path, "a.state");

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Values_come_back()
    {
        var id = Guid.NewGuid();
        var time = DateTime.UtcNow;
        Held.Number = 42;
        Held.Text = "half a pair: \ud800";
        Held.Colours[id] = Colour.Green;
        Held.Times = [time];
        Held.Grid = new double[,] { { 1, 2, 3 }, { 4, 5, double.NaN } };
        Held.Bytes = [1, 2, 3];
        Held.Any = 12L;
        Held.Places["home"] = new(3, 4);
        Held.Tags = [new("a"), new("b")];
        Capture();

        Held.Number = 0;
        Held.Text = null;
        Held.Colours = new();
        Held.Times = [];
        Held.Grid = new double[1, 1];
        Held.Bytes = [];
        Held.Any = null;
        Held.Places.Clear();
        Held.Tags = [];
        var places = Held.Places;
        Restore();

        Assert.Multiple(() =>
        {
            Assert.That(Held.Number, Is.EqualTo(42));
            Assert.That(Held.Text, Is.EqualTo("half a pair: \ud800"));
            Assert.That(Held.Colours[id], Is.EqualTo(Colour.Green));
            Assert.That(Held.Times, Is.EqualTo(new[] { time }));
            Assert.That(Held.Times[0].Kind, Is.EqualTo(DateTimeKind.Utc));
            Assert.That(Held.Grid, Is.EqualTo(new double[,] { { 1, 2, 3 }, { 4, 5, double.NaN } }));
            Assert.That(Held.Bytes, Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(Held.Any, Is.EqualTo(12L).And.TypeOf<long>());
            Assert.That(Held.Places, Is.SameAs(places), "What the program made is filled, not replaced.");
            Assert.That(Held.Places["HOME"], Is.EqualTo(new Place(3, 4)));
            Assert.That(Held.Tags, Does.Contain(new Tag("b")).And.Count.EqualTo(2));
        });
    }

    [Test]
    public void Cycles_sharing_and_derived_types_come_back()
    {
        var ring = new Big { Name = "ring", Price = 1.50m };
        ring.Next = new Part { Name = "other", Next = ring };
        Held.Ring = ring;
        Held.Shared = ring.Next;
        Held.Parts = [ring, ring.Next, ring];
        Capture();
        Held.Ring = Held.Shared = null;
        Held.Parts = [];
        Restore();

        var big = (Big)Held.Ring!;
        Assert.Multiple(() =>
        {
            Assert.That(big, Is.Not.SameAs(ring));
            Assert.That(big.Price.ToString(System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo("1.50"));
            Assert.That(big.Next!.Next, Is.SameAs(big));
            Assert.That(Held.Shared, Is.SameAs(big.Next));
            Assert.That(Held.Parts, Is.EqualTo(new[] { big, big.Next, big }));
        });
    }

    [Test]
    public void A_list_of_a_million_links_is_as_good_as_any()
    {
        const int Links = 1_000_000;
        for (var i = 0; i < Links; i++)
        {
            Held.Ring = new Part { Next = Held.Ring };
        }

        Capture(new(1L << 30, 2 * Links, 60_000));
        Held.Ring = null;
        Restore();

        var length = 0;
        for (var part = Held.Ring; part is not null; part = part.Next)
        {
            length++;
        }

        Held.Ring = null;
        Assert.That(length, Is.EqualTo(Links));
    }

    [Test]
    public void What_can_not_be_carried_is_named_and_keeps_the_fresh_value()
    {
        Held.Handler = () => { };
        var report = Capture();
        Restore();

        var lost = report.Items.Single(item => item.Member == nameof(Held.Handler));
        Assert.That(lost.Fate, Is.EqualTo(AgentStateFate.Lost));
        Assert.That(lost.Reason, Does.Contain("delegate"));
        Assert.That(Held.Handler, Is.Not.Null);
        Held.Handler = null;
    }

    [Test]
    public void A_readonly_number_is_written_too()
    {
        Capture();
        var file = System.IO.File.ReadAllBytes(File);
        Assert.That(file, Is.Not.Empty);
        Assert.That(Restore().Items.Single(item => item.Member == nameof(Held.Fixed)).Fate, Is.EqualTo(AgentStateFate.Kept));
    }

    [Test]
    public void More_than_the_limit_is_not_carried_at_all()
    {
        Held.Parts = [.. Enumerable.Range(0, 100).Select(_ => new Part())];
        var report = _state.Capture(new(File, AgentStateMode.Marked, s_limits with { Objects = 50 }, s_assemblies));
        Held.Parts = [];

        Assert.That(report.Bytes, Is.Zero);
        Assert.That(report.Items.Single().Reason, Does.Contain("more than 50 objects"));
        Assert.That(System.IO.File.Exists(File), Is.False);
    }

    [TestCase(0, "no state file")]
    [TestCase(20, "cut off")]
    [TestCase(-1, "cut off")]
    public void A_file_that_was_cut_off_is_refused(int length, string reason)
    {
        Capture();
        var file = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, length < 0 ? file[..^1] : file[..length]);

        Assert.That(Restore().Items.Single().Reason, Does.Contain(reason));
    }

    [Test]
    public void A_file_with_any_other_bit_is_refused()
    {
        Capture();
        var file = System.IO.File.ReadAllBytes(File);
        for (var i = 0; i < file.Length; i++)
        {
            var changed = (byte[])file.Clone();
            changed[i] ^= 1;
            System.IO.File.WriteAllBytes(File, changed);
            Assert.That(Restore().Items.Single().Fate, Is.EqualTo(AgentStateFate.Lost), $"byte {i}");
        }
    }

    AgentStateReport Capture(AgentStateLimits? limits = null)
    {
        var report = _state.Capture(new(File, AgentStateMode.Marked, limits ?? s_limits, s_assemblies));
        Assert.That(report.Bytes, Is.GreaterThan(0), string.Join("\n", report.Items));
        return report;
    }

    AgentStateReport Restore() => _state.Restore(new(File, s_assemblies));
}
