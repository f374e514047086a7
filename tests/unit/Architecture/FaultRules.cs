using System.Text.RegularExpressions;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Architecture;

/// <summary>Every fault that docs/reliability.md names has a test that bears its number, and stays having it.</summary>
public sealed partial class FaultRules
{
    static readonly int[] s_numbers = [.. Rows().Select(row => int.Parse(row.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture))];

    [Test]
    public void The_faults_are_numbered() => Assert.That(s_numbers, Is.EqualTo(Enumerable.Range(1, 42)));

    [TestCaseSource(nameof(s_numbers))]
    public void A_fault_has_a_test(int number) => Assert.That(Tested(), Has.Member(number), $"No test is named FAULT {number}.");

    /// <summary>A test that the document names is there.</summary>
    [Test]
    public void The_document_names_tests_that_there_are()
    {
        var missing = Rows()
            .SelectMany(row => Name().Matches(row.Groups["tests"].Value).Select(name => name.Groups["path"].Value))
            .Where(path => !File.Exists(Repository.At(path)));
        Assert.That(missing, Is.Empty);
    }

    static MatchCollection Rows() => Row().Matches(Repository.Read("docs/reliability.md"));

    static HashSet<int> Tested()
    {
        var files = SourceFile.All.Select(file => string.Join('\n', file.Lines))
            .Concat(Directory.EnumerateFiles(Repository.At("tests"), "*.test.ts", SearchOption.AllDirectories).Select(File.ReadAllText));
        return [.. files.SelectMany(text => Title().Matches(text)).Select(title => int.Parse(title.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex(@"^\| (?<number>\d+) \|[^|]*\| (?<tests>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>A class, a method, or what a test of node is called.</summary>
    [GeneratedRegex(@"(class Fault|(Task|void) FAULT_|['""`]FAULT )(?<number>\d+)\b?")]
    private static partial Regex Title();

    [GeneratedRegex(@"`(?<path>tests/[\w./-]+)`")]
    private static partial Regex Name();
}
