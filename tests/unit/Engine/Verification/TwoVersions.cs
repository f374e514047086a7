using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using HotReload.Engine.Verification;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Verification;

/// <summary>A project of one or two files before and after an edit, and what a comparison of full compilations says of it.</summary>
internal static class TwoVersions
{
    const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";

    /// <summary>The messages of what is stale, or of the errors.</summary>
    public static async Task<IReadOnlyList<string>> CompareAsync(string before, string after, string other = "", string? otherAfter = null)
    {
        var (old, now) = Create(before, other, after, otherAfter ?? other);
        var finding = await CompareAsync(new ColdComparison(), old, now);
        return [.. finding.Errors.Concat(finding.Reasons).Select(Say)];
    }

    /// <summary>The same for two edits, of which the first was applied.</summary>
    public static async Task<IReadOnlyList<string>> CompareAsync(string before, string applied, string after, bool commit)
    {
        var (old, first) = Create(before, "", applied, "");
        var comparison = new ColdComparison();
        await CompareAsync(comparison, old, first);
        var id = first.Projects.Single().DocumentIds[0];
        var next = first.WithDocumentText(id, SourceText.From(after));
        var running = commit ? first : old;
        var finding = await CompareAsync(comparison, running, next);
        return [.. finding.Errors.Concat(finding.Reasons).Select(Say)];
    }

    /// <summary>In how many projects an edit of the first of two files may change code that was not edited.</summary>
    public static async Task<int> FindSuspectsAsync(string before, string after, string other)
    {
        var (old, now) = Create(before, other, after, other);
        var edits = await WrittenEdits.FindAsync(old, now, SolutionChange.Find(old, now), CancellationToken.None);
        return (await edits.FindSuspectsAsync(old, now, isDelta: true, CancellationToken.None)).Projects.Count;
    }

    /// <summary>What calls what an edit of the first of two files takes away, by its names; with a question mark where that may not be all.</summary>
    public static async Task<string> FindCallersAsync(string before, string after, string other)
    {
        var (old, now) = Create(before, other, after, other);
        var edits = await WrittenEdits.FindAsync(old, now, SolutionChange.Find(old, now), CancellationToken.None);
        var callers = await FormerCallers.FindAsync(edits, old, now, CancellationToken.None);
        return string.Join(' ', callers.Members.Select(member => member.Symbol.Name).Order(StringComparer.Ordinal)) + (callers.AreAll ? "" : "?");
    }

    static async Task<ColdFinding> CompareAsync(ColdComparison comparison, Solution before, Solution after)
    {
        var change = SolutionChange.Find(before, after);
        var edits = await WrittenEdits.FindAsync(before, after, change, CancellationToken.None);
        var suspects = await edits.FindSuspectsAsync(before, after, isDelta: true, CancellationToken.None);
        return suspects.Projects.Count == 0
            ? ColdFinding.Nothing
            : await comparison.CompareAsync(before, after, change, suspects, new DeltaSet([]), CancellationToken.None);
    }

    static string Say(ReloadDiagnostic diagnostic) => $"{diagnostic.Code} {diagnostic.Message.Split(" was ")[0]}";

    static (Solution Before, Solution After) Create(string before, string other, string after, string otherAfter)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true),
            parseOptions: CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview),
            metadataReferences: FrameworkFiles.Assemblies.Select(path => MetadataReference.CreateFromFile(path))));
        var first = project.AddDocument("First.cs", before, filePath: "/shop/First.cs");
        var second = first.Project.AddDocument("Second.cs", other, filePath: "/shop/Second.cs");
        var solution = second.Project.AddDocument("Usings.cs", Usings, filePath: "/shop/Usings.cs").Project.Solution;
        return (solution, solution.WithDocumentText(first.Id, SourceText.From(after)).WithDocumentText(second.Id, SourceText.From(otherAfter)));
    }
}
