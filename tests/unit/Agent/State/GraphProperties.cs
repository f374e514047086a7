extern alias agent;

using agent::HotReload.Agent.State.Graph;
using FsCheck;
using FsCheck.Fluent;

namespace HotReload.UnitTests.Agent.State;

/// <summary>Whatever the objects are, they come back the same, through either form.</summary>
[NonParallelizable]
public sealed class GraphProperties
{
    static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(300);

    [TestCase("json")]
    [TestCase("binary")]
    public void A_graph_is_read_as_it_was_written(string form) =>
        Prop.ForAll(GraphGenerators.Graph.ToArbitrary(), node =>
        {
            var graph = Carried.Capture(node);
            return Carried.Describe(Carried.Through(graph, form)) == Carried.Describe(graph);
        }).Check(s_config);

    [TestCase("json")]
    [TestCase("binary")]
    public void Objects_come_back_with_all_that_they_refer_to(string form) =>
        Prop.ForAll(GraphGenerators.Graph.ToArbitrary(), node =>
        {
            var graph = Carried.Capture(node);
            var (restored, _) = Carried.Restore(Carried.Through(graph, form));
            return Carried.Describe(Carried.Capture(restored)) == Carried.Describe(graph);
        }).Check(s_config);

    [Test]
    public void What_stands_for_a_comparer_and_is_none_is_left_out()
    {
        var graph = Carried.Capture(new object[] { new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["a"] = "b" }, new List<int> { 1 } });
        var (dictionary, list) = (graph.Objects.FindIndex(item => item is StateCollection { Comparer.Kind: ValueKind.Text }), graph.Objects.Count - 1);
        ((StateCollection)graph.Objects[dictionary]).Comparer = StateValue.Reference(list);

        var (restored, _) = Carried.Restore(graph);

        Assert.That(((object[])restored!)[0], Is.EqualTo(new Dictionary<string, string> { ["a"] = "b" }));
    }

    [Test]
    public void Bytes_that_are_no_graph_are_refused_and_nothing_else_happens() =>
        Prop.ForAll(GraphGenerators.Graph.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), (node, place, value) =>
            Damage.IsRefusedOrRead(Carried.Capture(node), place, (byte)value)).Check(s_config);
}
