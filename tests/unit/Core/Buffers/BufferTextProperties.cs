using FsCheck;
using FsCheck.Fluent;
using HotReload.Core.Buffers;

namespace HotReload.UnitTests.Core.Buffers;

public sealed class BufferTextProperties
{
    const string Path = "/p/a.cs";

    static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(2000);

    /// <summary>Where an edit begins and ends, in thousandths of the text it meets, and what it puts there.</summary>
    static readonly Gen<(int Start, int End, string NewText)> s_stroke =
        from start in Gen.Choose(0, 1000)
        from end in Gen.Frequency((2, Gen.Constant(start)), (3, Gen.Choose(0, 1000)))
        from text in TextGenerators.Inserted
        select (Math.Min(start, end), Math.Max(start, end), text);

    static readonly Gen<TextPosition> s_anyPlace =
        from line in Gen.Choose(-1, 6)
        from character in Gen.Choose(-1, 6)
        select new TextPosition(line, character);

    [Test]
    public void FAULT_15_edits_one_by_one_give_the_text_of_the_editor() =>
        Prop.ForAll(TextGenerators.Text.ToArbitrary(), s_stroke.ArrayOf().ToArbitrary(), (text, strokes) =>
        {
            var buffer = new BufferText(text);
            foreach (var stroke in strokes)
            {
                var edit = ToEdit(ref text, stroke);
                buffer = buffer.Apply(edit)!;
                if (buffer.Text != Unmarked(text))
                {
                    return false;
                }
            }

            return true;
        }).Check(s_config);

    [Test]
    public void Edits_in_one_notification_give_the_text_of_the_editor() =>
        Prop.ForAll(TextGenerators.Text.ToArbitrary(), s_stroke.ArrayOf().ToArbitrary(), (text, strokes) =>
        {
            var store = new BufferStore();
            store.Open(Path, 1, text);
            var edits = strokes.Select(stroke => ToEdit(ref text, stroke)).ToList();
            store.Change(Path, 2, edits);
            store.Save(Path);
            return store.OutOfStep.IsEmpty && store.Snapshot.Texts[Path] == Unmarked(text);
        }).Check(s_config);

    [Test]
    public void Any_place_is_taken_as_the_editor_takes_it_or_refused() =>
        Prop.ForAll(TextGenerators.Text.ToArbitrary(), s_anyPlace.ToArbitrary(), s_anyPlace.ToArbitrary(), (text, start, end) =>
        {
            var expected = EditorText.OffsetAt(text, start) is { } from && EditorText.OffsetAt(text, end) is { } to && from <= to
                ? Unmarked(text[..from] + "|" + text[to..])
                : null;
            return new BufferText(text).Apply(new(new(start, end), "|"))?.Text == expected;
        }).Check(s_config);

    /// <summary>A byte order mark counts in the editor's text, and is none of the compiler's.</summary>
    static string Unmarked(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    static TextEdit ToEdit(ref string text, (int Start, int End, string NewText) stroke)
    {
        var (start, from) = Place(text, stroke.Start);
        var (end, to) = Place(text, stroke.End);
        text = text[..from] + stroke.NewText + text[to..];
        return new(new(start, end), stroke.NewText);
    }

    static (TextPosition Position, int Offset) Place(string text, int thousandths)
    {
        var offset = (int)((long)text.Length * thousandths / 1000);
        return EditorText.PositionAt(text, offset) is { } position
            ? (position, offset)
            : (EditorText.PositionAt(text, offset + 1)!.Value, offset + 1);
    }
}
