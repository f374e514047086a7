extern alias agent;

using agent::HotReload.Agent.Contract;
using agent::HotReload.Agent.State.Graph;

namespace HotReload.UnitTests.Agent.State;

/// <summary>State of an older version of the program fits as far as it can, by the user's own methods where there are some, and what does not is named.</summary>
[NonParallelizable]
public sealed class MigrationTests
{
    [Test]
    public void Fields_are_found_by_name_former_names_and_wider_types()
    {
        var old = new Versions.OldCustomer { FullName = "Ada", Points = 7, Level = "gold", Gone = 1 };
        var (value, items) = Carried.Restore(Carried.Before(old, typeof(Versions.Customer)));

        var customer = (Versions.Customer)value!;
        Assert.That(customer.Name, Is.EqualTo("Ada"));
        Assert.That(customer.Points, Is.EqualTo(7));
        Assert.That(items.Select(item => (item.Member, item.Fate)), Is.SupersetOf(new[]
        {
            ("Level", AgentStateFate.Lost), ("Bonus", AgentStateFate.Defaulted), ("Slot", AgentStateFate.Kept),
        }));
        Assert.That(items.Single(item => item.Member == "Level").Reason, Is.EqualTo("System.String does not fit into System.Int32"));
    }

    [Test]
    public void An_object_that_the_program_made_keeps_what_its_constructor_gave_it()
    {
        var fresh = new Versions.Customer { Level = 3 };
        var (value, items) = Carried.Restore(Carried.Before(new Versions.OldCustomer { FullName = "Ada" }, typeof(Versions.Customer)), fresh);

        Assert.That(value, Is.SameAs(fresh));
        Assert.That((fresh.Name, fresh.Bonus, fresh.Level), Is.EqualTo(("Ada", 5, 3)));
        Assert.That(items.Select(item => item.Fate), Has.None.EqualTo(AgentStateFate.Defaulted));
    }

    [Test]
    public void A_method_of_the_users_fills_each_object_cycles_included()
    {
        var old = new Versions.OldOrder { Cents = 150 };
        old.Before = new() { Cents = 1, Before = old };
        var (value, items) = Carried.Restore(Carried.Before(old, typeof(Versions.Order)));

        var order = (Versions.Order)value!;
        Assert.That(order.Price, Is.EqualTo(1.5m));
        Assert.That(order.Before!.Price, Is.EqualTo(0.01m));
        Assert.That(order.Before.Before, Is.SameAs(order));
        var migrated = items.Single(item => item is { Member: "", Fate: AgentStateFate.Migrated });
        Assert.That((migrated.Reason, migrated.Objects), Is.EqualTo(("by Order.Migrate", 2)));
    }

    [Test]
    public void A_method_of_the_users_makes_a_record_anew_from_the_type_as_it_was()
    {
        var graph = Carried.Before(new Versions.OldPoint(1, 2), typeof(Versions.Point));
        Assert.That(Carried.Restore(graph).Value, Is.EqualTo(new Versions.Point("1;2")));
    }

    [Test]
    public void A_method_that_throws_is_named_and_nothing_else_happens()
    {
        var (value, items) = Carried.Restore(Carried.Before(new Versions.OldThrows(), typeof(Versions.Throws)));

        Assert.That(value, Is.TypeOf<Versions.Throws>());
        Assert.That(items.Single(item => item.Fate == AgentStateFate.Lost).Reason, Is.EqualTo("Throws.Migrate threw InvalidOperationException: no"));
    }

    [Test]
    public void Who_saves_himself_is_made_by_his_constructor_and_takes_it_back()
    {
        var secret = new Versions.Secret();
        secret.Add("one");
        secret.Add("two");
        Assert.That(((Versions.Secret)Carried.Restore(Carried.Capture(secret)).Value!).Text, Is.EqualTo("made by the constructor, two!"));
    }

    [Test]
    public void A_serializer_carries_what_nobody_else_can()
    {
        var graph = Carried.Capture(new[] { new FileInfo("a.txt"), null });
        Assert.That(graph.Shapes.Select(shape => shape.Form), Does.Contain(ShapeForm.Serialized));
        Assert.That(((FileInfo?[])Carried.Restore(graph).Value!)[0]!.Name, Is.EqualTo("a.txt"));
    }

    [TestCase("System.IO.MemoryStream")]
    [TestCase("System.Diagnostics.Process, System.Diagnostics.Process")]
    [TestCase("System.Private.CoreLib|System.IO.FileInfo")]
    [TestCase("HotReload.Agent|HotReload.Agent.State.StateSession")]
    [TestCase("HotReload.UnitTests|No.Such.Type")]
    [TestCase("System.Collections.Generic.List`1[[System.IO.MemoryStream]]")]
    [TestCase("System.Collections.Generic.List`1[[System.Int32")]
    [TestCase("System.Collections.Generic.List`1")]
    [TestCase("")]
    public void A_type_from_elsewhere_is_not_made_whatever_the_file_says(string name)
    {
        var graph = Carried.Capture(new Part());
        graph.Shapes[0] = graph.Shapes[0] with { Type = name };
        var fresh = new object();
        var (value, items) = Carried.Restore(graph, fresh);

        Assert.That(value, Is.SameAs(fresh));
        Assert.That(items, Is.Not.Empty.And.All.Property(nameof(AgentStateItem.Fate)).EqualTo(AgentStateFate.Lost));
    }

    [Test]
    public void What_an_element_can_not_be_is_left_out()
    {
        var graph = Carried.Capture(new List<object?> { 1, new Part { Name = "gone" }, (Action)(() => { }), "x" });
        var part = graph.Shapes.FindIndex(shape => shape.Type.EndsWith("Part", StringComparison.Ordinal));
        graph.Shapes[part] = graph.Shapes[part] with { Type = "HotReload.UnitTests|Gone" };

        Assert.That(Carried.Restore(graph).Value, Is.EqualTo(new List<object?> { 1, "x" }));
    }
}
