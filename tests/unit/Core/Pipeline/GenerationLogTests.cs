using HotReload.Core.Pipeline;

namespace HotReload.UnitTests.Core.Pipeline;

public sealed class GenerationLogTests
{
    [Test]
    public void It_begins_at_the_program_as_it_was_built()
    {
        var log = new GenerationLog();

        Assert.That((log.Current, log.All.Length, log.Next([]).Number), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    public void Generations_are_kept_in_order()
    {
        var log = new GenerationLog();
        var first = log.Next([Changes.Delta]);
        log.Add(first);
        var second = log.Next([]);
        log.Add(second);

        Assert.That(log.All.Select(generation => (generation.Number, generation.Deltas.Length)), Is.EqualTo(new[] { (1, 1), (2, 0) }));
        Assert.That((log.Current, second.Number), Is.EqualTo((2, 2)));
    }

    [Test]
    public void The_bytes_of_a_delta_come_out_as_they_went_in()
    {
        var log = new GenerationLog();
        var delta = Changes.Delta with { Metadata = [1, .. new byte[70_000], 2], IL = [3], Pdb = [4] };
        log.Add(log.Next([delta]));

        var kept = log.All.Single().Deltas.Single();
        Assert.That((kept.Metadata.AsEnumerable(), kept.IL.Single(), kept.Pdb.Single()), Is.EqualTo((delta.Metadata.AsEnumerable(), 3, 4)));
        Assert.That(log.Outline(1).Deltas.Single().Metadata, Is.Empty);
    }

    [Test]
    public void What_is_taken_out_does_not_change_afterwards()
    {
        var log = new GenerationLog();
        var before = log.All;
        log.Add(log.Next([]));

        Assert.That(before, Is.Empty);
    }

    [TestCase(0)]
    [TestCase(2)]
    public void A_generation_out_of_order_is_refused(int number)
    {
        var log = new GenerationLog();

        Assert.That(() => log.Add(new(number, [])), Throws.ArgumentException);
        Assert.That(log.Current, Is.Zero);
    }

    [Test]
    public void The_same_generation_is_not_taken_twice()
    {
        var log = new GenerationLog();
        var first = log.Next([]);
        log.Add(first);

        Assert.That(() => log.Add(first), Throws.ArgumentException);
    }
}
