using System.Reflection;
using HotReload.Testing.Fixtures;

namespace HotReload.UnitTests.Engine.Reporting;

/// <summary>What the compiler may refuse an edit for is said in plain words in docs/edits.md, whatever SDK brings it.</summary>
public sealed class EditCodeWordsTests
{
    /// <summary>Of Visual Basic's own.</summary>
    static readonly int[] s_visualBasic = [5, 6, 18, 19, 24, 29, 67, 70, 87];

    [Test]
    public void Every_code_of_an_edit_has_words()
    {
        var kinds = Assembly.Load("Microsoft.CodeAnalysis.Features").GetType("Microsoft.CodeAnalysis.EditAndContinue.RudeEditKind", throwOnError: true)!;
        var codes = Enum.GetValues(kinds).Cast<object>().Select(Convert.ToInt32).Where(value => value != 0).Except(s_visualBasic)
            .Select(value => FormattableString.Invariant($"ENC{value:D4}")).ToList();

        Assert.That(codes, Has.Count.GreaterThan(80));
        Assert.That(codes.Except(Explained()), Is.Empty);
    }

    static IEnumerable<string> Explained() =>
        from line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "edits.md"))
        where line.StartsWith("| `ENC", StringComparison.Ordinal)
        select line[3..10];
}
