using HotReload.Runtime.Processes;

namespace HotReload.UnitTests.Runtime.Processes;

public sealed class ParentProcessWatchTests
{
    static readonly ProcessIdentity Editor = new(7, 1);

    [Test]
    public void A_process_that_is_not_there_has_ended()
    {
        using var watch = new ParentProcessWatch(7, new ScriptedTable([null]), TimeProvider.System);
        Assert.That(watch.Exited.IsCompletedSuccessfully);
    }

    [Test]
    public async Task A_later_process_with_the_same_id_is_another()
    {
        var table = new ScriptedTable(Editor, Editor, Editor with { Started = 2 });
        using var watch = new ParentProcessWatch(7, table, TimeProvider.System);

        await watch.Exited.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Test]
    public void A_watch_that_is_let_go_says_nothing()
    {
        var watch = new ParentProcessWatch(7, new ScriptedTable(Editor), TimeProvider.System);
        watch.Dispose();

        Assert.That(watch.Exited.IsCompleted, Is.False);
    }

    /// <summary>Says one thing after the other, and the last for ever.</summary>
    sealed class ScriptedTable(params ProcessIdentity?[] answers) : IProcessTable
    {
        int _next;

        public ProcessIdentity? Find(int id) => answers[Math.Min(_next++, answers.Length - 1)];

        public IReadOnlyList<ProcessIdentity> Descendants(int id) => [];

        public IReadOnlyList<string> Arguments(int id) => [];
    }
}
