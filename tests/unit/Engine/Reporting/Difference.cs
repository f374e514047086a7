using System.Text;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Reporting;

/// <summary>What the report names between two texts of one file.</summary>
static class Difference
{
    public const string File = "/p/Code.cs";

    public static async Task<IReadOnlyList<ChangedMember>> FindAsync(string? before, string? after)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var document = DocumentId.CreateNewId(project);
        var empty = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project, VersionStamp.Create(), "App", "App", LanguageNames.CSharp,
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview)));
        var old = Add(before);
        var now = before is not null && after is not null ? old.WithDocumentText(document, SourceText.From(after, Encoding.UTF8)) : Add(after);
        return await MemberDiff.FindAsync(old, now, SolutionChange.Find(old, now), CancellationToken.None);

        Solution Add(string? text) => text is null
            ? empty
            : empty.AddDocument(document, "Code.cs", SourceText.From(text, Encoding.UTF8), filePath: File);
    }

    /// <summary>One word a change: <c>updated method Cart.Add(Item)</c>.</summary>
    public static async Task<string> WordAsync(string? before, string? after) => string.Join("; ",
        (await FindAsync(before, after)).Select(member => $"{member.Change.ToString().ToLowerInvariant()} {member.Kind} {member.Name}"));
}
