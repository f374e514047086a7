extern alias agent;

using agent::HotReload.Agent.State.Capture;

namespace HotReload.UnitTests.Agent.State;

/// <summary>The program goes on while its state is taken.</summary>
[NonParallelizable]
public sealed class ConcurrencyTests
{
    [Test]
    public void A_collection_that_others_change_is_taken_whole_or_named()
    {
        var numbers = new Dictionary<int, string> { [0] = "0" };
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i = (i + 1) % 1000)
            {
                lock (numbers)
                {
                    numbers[i] = "x";
                    numbers.Remove(i - 500);
                }
            }
        });
        for (var i = 0; i < 200; i++)
        {
            var notes = new StateNotes();
            var graph = Carried.Capture(numbers, notes);
            var (restored, _) = Carried.Restore(graph);
            Assert.That(restored is Dictionary<int, string> || notes.Items.Length > 0, $"attempt {i}");
        }

        stop.Cancel();
        changing.Wait();
    }
}
