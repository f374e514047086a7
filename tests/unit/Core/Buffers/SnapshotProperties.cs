using FsCheck;
using FsCheck.Fluent;
using HotReload.Core.Buffers;

namespace HotReload.UnitTests.Core.Buffers;

public sealed class SnapshotProperties
{
    static readonly Gen<string> s_path = Gen.Elements("/p/a.cs", "/p/b.cs");

    static readonly Gen<string> s_text = Gen.Elements("", "a", "b", "a\n");

    static readonly Gen<Func<BufferStore, BufferUpdate>> s_step =
        from path in s_path
        from text in s_text
        from onDisk in Gen.Frequency((3, s_text.Select(item => (string?)item)), (1, Gen.Constant((string?)null)))
        from version in Gen.Choose(1, 9)
        from step in Gen.Elements<Func<BufferStore, BufferUpdate>>(
            store => store.Open(path, version, text),
            store => store.Change(path, version, [new(null, text)]),
            store => store.Change(path, version, [new(new(new(0, 0), new(0, 1)), text)]),
            store => store.Change(path, version, [new(new(new(7, 0), new(0, 0)), text)]),
            store => store.Save(path),
            store => store.PublishAll(),
            store => store.Close(path, onDisk),
            store => store.ChangeOnDisk(path, onDisk))
        select step;

    [Test]
    public void Ids_grow_when_text_changes_and_only_then() => ForAnyWay((before, after, _) =>
        Same(before, after) ? after.Id == before.Id : after.Id > before.Id);

    [Test]
    public void What_is_said_to_be_published_is_what_changed() => ForAnyWay((before, after, update) =>
        (update == BufferUpdate.Published) == !Same(before, after));

    [Test]
    public void A_file_that_was_published_is_never_forgotten() => ForAnyWay((before, after, update) =>
        before.Texts.Keys.All(after.Texts.ContainsKey));

    [Test]
    public void An_open_buffer_beats_the_disk() =>
        Prop.ForAll(s_step.ArrayOf().ToArbitrary(), s_text.ToArbitrary(), (steps, disk) =>
        {
            var store = new BufferStore();
            steps.ToList().ForEach(step => step(store));
            store.Open("/p/a.cs", 1, "on the screen");
            store.Save("/p/a.cs");
            store.ChangeOnDisk("/p/a.cs", disk);
            return store.Snapshot.Texts["/p/a.cs"] == "on the screen";
        }).QuickCheckThrowOnFailure();

    static void ForAnyWay(Func<Snapshot, Snapshot, BufferUpdate, bool> holds) =>
        Prop.ForAll(s_step.ArrayOf().ToArbitrary(), steps =>
        {
            var store = new BufferStore();
            return steps.All(step =>
            {
                var before = store.Snapshot;
                var update = step(store);
                return holds(before, store.Snapshot, update);
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static bool Same(Snapshot left, Snapshot right) =>
        left.Texts.Count == right.Texts.Count
        && left.Texts.All(entry => right.Texts.TryGetValue(entry.Key, out var text) && text == entry.Value);
}
