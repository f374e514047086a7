extern alias agent;

using agent::HotReload.Agent.State.Live;

namespace HotReload.UnitTests.Agent.State.Live;

public sealed class ObjectWalkTests
{
    [Test]
    public void An_object_is_found_wherever_a_field_leads()
    {
        var wanted = new Wanted();
        object[] roots =
        [
            wanted, new object[] { wanted }, new[] { wanted }, new List<Wanted> { wanted }, new Dictionary<int, Wanted> { [1] = wanted },
            new Dictionary<Wanted, int> { [wanted] = 1 }, new Queue<object>([wanted]), new Derived(wanted), new[] { (1, wanted) }, new Lazy<Wanted>(wanted),
            (Func<Wanted>)(() => wanted), (Action)wanted.Do, (Action)Nothing + wanted.Do, Task.FromResult(wanted), new Holder<Wanted> { Value = wanted },
            new LinkedList<Wanted>([wanted]), new System.Collections.Concurrent.ConcurrentDictionary<int, Wanted>([new(1, wanted)]),
        ];

        Assert.Multiple(() =>
        {
            foreach (var root in roots)
            {
                Assert.That(Find(root), Is.EqualTo(new[] { wanted }), root.GetType().ToString());
            }
        });
    }

    [Test]
    public async Task An_object_that_only_a_waiting_method_has_is_found()
    {
        var wanted = new Wanted();
        var gate = new TaskCompletionSource();
        var waiting = WaitAsync(wanted, gate.Task);

        Assert.That(Find(gate), Is.EqualTo(new[] { wanted }));
        gate.SetResult();
        await waiting;
    }

    [Test]
    public async Task An_object_that_sleeps_is_found_by_the_timers()
    {
        var wanted = new Wanted();
        using var end = new CancellationTokenSource();
        var sleeping = SleepAsync(wanted, end.Token);

        Assert.That(Find(TimerRoots.Find()!), Has.Member(wanted));
        await end.CancelAsync();
        Assert.That(async () => await sleeping, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Rings_end_and_each_object_is_seen_once()
    {
        var ring = new Node();
        ring.Next = new Node { Next = ring };
        var seen = new List<object>();

        var walk = new ObjectWalk(new(), TimeSpan.FromSeconds(10));
        Assert.That(walk.From(ring, seen.Add), Is.True);
        Assert.That((seen.Count, walk.Seen, walk.Complete), Is.EqualTo((2, 2, true)));
    }

    [Test]
    public void A_chain_of_a_million_needs_no_stack()
    {
        Node? first = null;
        for (var i = 0; i < 1_000_000; i++)
        {
            first = new Node { Next = first };
        }

        var walk = new ObjectWalk(new(), TimeSpan.FromMinutes(1));
        walk.From(first, _ => { });
        Assert.That((walk.Seen, walk.Complete), Is.EqualTo((1_000_000, true)));
    }

    [Test]
    public void When_the_time_is_up_it_stops_and_says_so()
    {
        var walk = new ObjectWalk(new(), TimeSpan.Zero);
        var more = walk.From(Enumerable.Range(0, 100_000).Select(_ => new Wanted()).ToArray(), _ => { });

        Assert.That((more, walk.Complete), Is.EqualTo((false, false)));
    }

    static List<object> Find(object root)
    {
        var found = new List<object>();
        new ObjectWalk(new(), TimeSpan.FromSeconds(30)).From(root, value =>
        {
            if (value is Wanted)
            {
                found.Add(value);
            }
        });
        return found;
    }

    static async Task WaitAsync(Wanted wanted, Task gate)
    {
        await gate;
        wanted.Do();
    }

    static async Task SleepAsync(Wanted wanted, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromHours(1), cancellationToken);
        wanted.Do();
    }

    static void Nothing()
    {
    }

    sealed class Wanted
    {
        int _calls;

        public void Do() => _calls++;
    }

    class Base(object wanted)
    {
        public object Held { get; } = wanted;
    }

    sealed class Derived(object wanted) : Base(wanted);

    sealed class Node
    {
        public Node? Next { get; set; }
    }

    sealed class Holder<T>
    {
        public T? Value { get; init; }
    }
}
