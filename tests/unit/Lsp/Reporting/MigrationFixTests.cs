using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Reporting;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Reporting;

public sealed class MigrationFixTests
{
    const string File = "/src/Book.cs";
    const string Text = "class Book(string title)\n{\n    string _initial = title;\n}\n";

    static readonly TextRange s_field = new(new(2, 4), new(2, 28));

    static readonly ReloadResult s_last = Results.Of(
        ReloadOutcome.Applied, [new(NewFieldHint.Code, DiagnosticSeverity.Information, "Book._initial: ...", File, s_field, "App")]) with
    {
        Members = [new("field", "Book._initial", MemberChange.Added, File, s_field)],
    };

    [Test]
    public void It_writes_the_method_behind_the_field_and_the_attribute_where_there_is_none()
    {
        var fix = MigrationFix.Find(s_last, File, s_field, Text, null)!;

        var edits = fix.Edit!.Changes.Single().Value;
        Assert.That(edits[0].Range.Start, Is.EqualTo(s_field.End));
        Assert.That(edits[0].NewText, Is.EqualTo(
            "\n\n    [MigrateState]\n    private static void Migrate(Book existing)\n    {\n"
            + "        // existing._initial holds the default value in objects made before the change: set it here.\n    }"));
        Assert.That(edits[1].NewText, Does.Contain("class MigrateStateAttribute : System.Attribute"));
    }

    [Test]
    public void An_attribute_that_is_there_is_used()
    {
        var edit = MigrationFix.Find(s_last, File, s_field, Text, "Shop.MigrateStateAttribute")!.Edit!.Changes.Single().Value.Single();

        Assert.That(edit.NewText, Does.Contain("[Shop.MigrateState]"));
    }

    [Test]
    public void Elsewhere_and_in_another_text_there_is_none()
    {
        Assert.That(MigrationFix.Find(s_last, "/src/Other.cs", s_field, Text, null), Is.Null);
        Assert.That(MigrationFix.Find(s_last, File, new(new(0, 0), new(0, 1)), Text, null), Is.Null);
        Assert.That(MigrationFix.Find(s_last, File, s_field, "something else\n", null), Is.Null);
    }
}
