using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using HotReload.Engine.EditAndContinue;

namespace HotReload.UnitTests.Engine.EditAndContinue;

/// <summary>On deltas as the compiler makes them.</summary>
public sealed class DeltaOrderTests
{
    const string Before = "class A { static int Gone() => 1; static int Caller() => Gone(); static int Other() => Gone(); }";

    [Test]
    public void What_is_new_comes_before_the_code_that_calls_it()
    {
        var delta = new CompiledDelta(Before, "class A { static int Gone() => 1; static int Caller() => More(2); static int Other() => Gone(); static int More(int n) => n; }");

        Assert.That(Methods(delta.Metadata), Is.EqualTo(new[] { 1, 2, 3, 5 }), "The compiler's order: a constructor has row 4.");
        Assert.That(Methods(DeltaOrder.Arrange(delta.Metadata, delta.IL).Metadata), Is.EqualTo(new[] { 5, 1, 2, 3 }));
    }

    [Test]
    public void What_is_deleted_comes_after_its_callers()
    {
        var delta = new CompiledDelta(Before, "class A { static int Caller() => Come(); static int Other() => Come(); static int Come() => 2; }");

        Assert.That(Methods(DeltaOrder.Arrange(delta.Metadata, delta.IL).Metadata), Is.EqualTo(new[] { 5, 6, 2, 3, 1 }), "6 is of the exception that it throws.");
    }

    [Test]
    public void Nothing_is_lost_and_an_addition_stays_with_what_it_adds()
    {
        var delta = new CompiledDelta(
            "class A { static int F(int n) => n; }",
            "class A { static int F(int n) => new Func<int, int>(x => x + G(\"\", n))(1); static int G(string text, int n) => H() + n; static int H() => 1; }");

        var (before, after) = (Log(delta.Metadata), Log(DeltaOrder.Arrange(delta.Metadata, delta.IL).Metadata));

        Assert.That(after, Is.EquivalentTo(before));
        Assert.That(Additions(after), Is.EqualTo(Additions(before)));
    }

    [Test]
    public void A_delta_of_bodies_alone_is_as_it_was()
    {
        var delta = new CompiledDelta("class A { static int F() => 1; }", "class A { static int F() => 2; }");

        Assert.That(DeltaOrder.Arrange(delta.Metadata, delta.IL).Metadata, Is.EqualTo(delta.Metadata));
    }

    [TestCase(new string[0], "Core, Lib, App")]
    [TestCase(new[] { "Core" }, "Lib, App, Core")]
    [TestCase(new[] { "Core", "Lib" }, "App, Lib, Core")]
    [TestCase(new[] { "App" }, "Core, Lib, App")]
    public void Of_several_modules_what_is_called_comes_first_and_what_is_deleted_last(string[] deleting, string order) =>
        Assert.That(string.Join(", ", SortedUpdates.Of(deleting, ("App", ["Lib"]), ("Core", []), ("Lib", ["Core"]))), Is.EqualTo(order));

    /// <summary>The rows of methods, in the order in which they take effect.</summary>
    static IEnumerable<int> Methods(ImmutableArray<byte> metadata) => Log(metadata)
        .Where(entry => entry.Handle.Kind == HandleKind.MethodDefinition && entry.Operation == EditAndContinueOperation.Default)
        .Select(entry => MetadataTokens.GetRowNumber(entry.Handle));

    /// <summary>Each entry that adds something, with the one after it.</summary>
    static IEnumerable<(EditAndContinueLogEntry, EditAndContinueLogEntry)> Additions(List<EditAndContinueLogEntry> log) =>
        log.Zip(log.Skip(1)).Where(pair => pair.First.Operation != EditAndContinueOperation.Default);

    static List<EditAndContinueLogEntry> Log(ImmutableArray<byte> metadata)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(metadata);
        return [.. provider.GetMetadataReader().GetEditAndContinueLogEntries()];
    }
}
