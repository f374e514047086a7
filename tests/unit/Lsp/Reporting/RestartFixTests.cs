using HotReload.Core.Buffers;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Protocol.Lsp;
using HotReload.Lsp.Reporting;
using HotReload.UnitTests.Lsp.Support;

namespace HotReload.UnitTests.Lsp.Reporting;

public sealed class RestartFixTests
{
    const string File = "/src/A.cs";

    /// <summary>The reasons stand in line 1, from 2 to 5.</summary>
    static readonly RestartNeed s_web = new("session-1", "Web", [Results.Diagnostic("ENC0033", File)]);

    [Test]
    public void It_restarts_the_program_that_the_place_is_about()
    {
        var fix = RestartFix.Find([s_web], File, Range(1, 3, 1, 3)).Single();

        Assert.That((fix.Title, fix.Kind, fix.IsPreferred), Is.EqualTo(("Restart the program", "quickfix", true)));
        Assert.That((fix.Command!.Name, fix.Command.Arguments.Single()), Is.EqualTo(("hotReload.restart", new SessionParams("session-1"))));
        Assert.That(fix.Diagnostics, Is.EqualTo(new[] { DiagnosticsPublisher.ToLsp(s_web.Reasons.Single()) }));
    }

    [TestCase(1, 0, 1, 2, 1)]
    [TestCase(1, 5, 1, 9, 1)]
    [TestCase(0, 0, 9, 0, 1)]
    [TestCase(1, 0, 1, 1, 0)]
    [TestCase(1, 6, 1, 6, 0)]
    [TestCase(2, 0, 2, 9, 0)]
    public void What_the_place_touches_counts(int line, int character, int endLine, int endCharacter, int count) =>
        Assert.That(RestartFix.Find([s_web], File, Range(line, character, endLine, endCharacter)), Has.Length.EqualTo(count));

    [Test]
    public void Another_file_has_none() =>
        Assert.That(RestartFix.Find([s_web], "/src/B.cs", Range(1, 3, 1, 3)), Is.Empty);

    [Test]
    public void Of_several_programs_each_is_named()
    {
        var worker = new RestartNeed("session-2", "Worker", s_web.Reasons);
        var other = new RestartNeed("session-3", "Other", []);

        Assert.That(
            RestartFix.Find([s_web, worker, other], File, Range(1, 3, 1, 3)).Select(fix => fix.Title),
            Is.EqualTo(new[] { "Restart the program Web", "Restart the program Worker" }));
    }

    [TestCase(new[] { "quickfix" }, true)]
    [TestCase(new[] { "" }, true)]
    [TestCase(new[] { "refactor", "source.fixAll" }, false)]
    [TestCase(new[] { "quickfix.other" }, false)]
    [TestCase(new string[0], false)]
    public void It_is_wanted_by_its_kind(string[] only, bool wanted) =>
        Assert.That(RestartFix.IsWanted(new CodeActionContext([.. only])), Is.EqualTo(wanted));

    [Test]
    public void Who_wants_no_kind_in_particular_wants_it() =>
        Assert.That((RestartFix.IsWanted(null), RestartFix.IsWanted(new())), Is.EqualTo((true, true)));

    static TextRange Range(int line, int character, int endLine, int endCharacter) => new(new(line, character), new(endLine, endCharacter));
}
