using System.Globalization;

namespace HotReload.IntegrationTests;

sealed class WorkerTests
{
    [Test]
    public async Task An_unsaved_edit_of_the_background_service_takes_effect_and_its_state_stays()
    {
        await using var program = await Shared.Server.StartAsync("worker");
        var before = Dispatched(await program.Editor.OutputContainingAsync("sent by van"));
        var mark = program.Mark();

        program.MustBeApplied(await program.ApplyUnsavedAsync("Dispatcher.cs", "sent by van", "sent by bicycle"));

        var after = Dispatched(await program.Editor.OutputContainingAsync("sent by bicycle", mark));
        Assert.That(after, Is.GreaterThan(before));
    }

    [Test]
    public async Task A_saved_edit_of_a_singleton_takes_effect_and_its_state_stays()
    {
        await using var program = await Shared.Server.StartAsync("worker");
        var before = Dispatched(await program.Editor.OutputContainingAsync("sent by van"));

        program.MustBeApplied(await program.SaveAsync("OrderBook.cs", "Dispatched++;", "Dispatched += 1000;"));

        string line;
        var mark = program.Mark();
        do
        {
            line = await program.Editor.OutputContainingAsync("sent by van", mark);
            mark = program.Mark();
        }
        while (Dispatched(line) < 1000);

        // A program that had been started again would count 1000, 2000, 3000.
        Assert.That(Dispatched(line) % 1000, Is.GreaterThanOrEqualTo(before));
    }

    static int Dispatched(string line) =>
        int.Parse(line.Split(", ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
}
