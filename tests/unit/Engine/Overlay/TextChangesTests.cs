using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HotReload.Engine.Overlay;
using HotReload.UnitTests.Core.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Overlay;

public sealed class TextChangesTests
{
    /// <summary>Two texts that have much in common, as two states of a file have.</summary>
    static readonly Gen<(string Before, string After)> s_states =
        from head in TextGenerators.Text
        from before in TextGenerators.Inserted
        from after in TextGenerators.Inserted
        from tail in TextGenerators.Text
        select (head + before + tail, head + after + tail);

    [Test]
    public void The_result_is_the_new_text_with_its_lines() =>
        Prop.ForAll(s_states.ToArbitrary(), states =>
        {
            var result = TextChanges.Replace(SourceText.From(states.Before, Encoding.UTF8), states.After);
            var fresh = SourceText.From(states.After, Encoding.UTF8);
            return result.ToString() == states.After
                && result.Lines.Select(line => line.SpanIncludingLineBreak).SequenceEqual(fresh.Lines.Select(line => line.SpanIncludingLineBreak));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Test]
    public void A_chain_of_changes_gives_the_last_text() =>
        Prop.ForAll(TextGenerators.Text.NonEmptyListOf().ToArbitrary(), texts =>
        {
            var result = texts.Skip(1).Aggregate(SourceText.From(texts[0], Encoding.UTF8), TextChanges.Replace);
            return result.ToString() == texts[^1];
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_same_text_is_the_same_object() =>
        Prop.ForAll(TextGenerators.Text.ToArbitrary(), text =>
        {
            var old = SourceText.From(text, Encoding.UTF8);
            return ReferenceEquals(TextChanges.Replace(old, new string(text)), old);
        }).QuickCheckThrowOnFailure();

    // The algorithm by its name: a test's parameters are read before Roslyn can be loaded.
    [TestCase("utf-8", "Sha1")]
    [TestCase("utf-16", "Sha256")]
    [TestCase("us-ascii", "Sha256")]
    public void Encoding_and_checksum_algorithm_stay_those_of_the_file(string encoding, string algorithm)
    {
        var old = SourceText.From("class A { }", Encoding.GetEncoding(encoding), Enum.Parse<SourceHashAlgorithm>(algorithm));
        var result = TextChanges.Replace(old, "class B { }");

        Assert.That((result.Encoding?.WebName, result.ChecksumAlgorithm.ToString()), Is.EqualTo((encoding, algorithm)));
    }

    [Test]
    public void A_marked_file_that_is_changed_and_changed_back_has_its_checksum()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. "class É { }\r\n"u8]);
        var old = SourceText.From(stream, encoding: null, SourceHashAlgorithm.Sha256);
        var back = TextChanges.Replace(TextChanges.Replace(old, "class Ê { }\n"), "class É { }\r\n");

        Assert.That(back.GetChecksum(), Is.EqualTo(old.GetChecksum()));
    }

    [Test]
    public void Only_what_differs_is_replaced()
    {
        var old = SourceText.From("aaaa bbbb cccc", Encoding.UTF8);
        var change = TextChanges.Replace(old, "aaaa BB cccc").GetChangeRanges(old).Single();

        Assert.That((change.Span, change.NewLength), Is.EqualTo((new TextSpan(5, 4), 2)));
    }

    [TestCase("aa", "aaa", 1)]
    [TestCase("aaa", "aa", 0)]
    public void Start_and_end_in_common_do_not_overlap(string before, string after, int inserted)
    {
        var old = SourceText.From(before, Encoding.UTF8);
        var result = TextChanges.Replace(old, after);

        Assert.That((result.ToString(), result.GetChangeRanges(old).Single().NewLength), Is.EqualTo((after, inserted)));
    }
}
