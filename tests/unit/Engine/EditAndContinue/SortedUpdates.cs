using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;

namespace HotReload.UnitTests.Engine.EditAndContinue;

/// <summary>Updates of projects, sorted. Apart from the tests, as are all that name types of Roslyn's.</summary>
static class SortedUpdates
{
    static readonly CompiledDelta s_adding = new("class A { static int F() => 1; }", "class A { static int F() => G(); static int G() => 2; }");
    static readonly CompiledDelta s_deleting = new("class A { static int F() => 1; static int G() => 2; }", "class A { static int F() => 1; }");

    /// <param name="deleting">The projects whose updates delete something.</param>
    /// <param name="references">Of each project, those that it refers to. Its updates come in this order.</param>
    public static IReadOnlyList<string> Of(string[] deleting, params (string Project, string[] References)[] references)
    {
        using var workspace = new AdhocWorkspace();
        var ids = references.ToDictionary(project => project.Project, project => ProjectId.CreateNewId(project.Project));
        var solution = references.Aggregate(workspace.CurrentSolution, (all, project) => all.AddProject(
            ProjectInfo.Create(ids[project.Project], VersionStamp.Default, project.Project, project.Project, LanguageNames.CSharp)));
        solution = references.Aggregate(solution, (all, project) => all.WithProjectReferences(
            ids[project.Project], project.References.Select(name => new ProjectReference(ids[name]))));
        var updates = references.Select(project => Update(ids[project.Project], deleting.Contains(project.Project) ? s_deleting : s_adding));
        return [.. DeltaOrder.Arrange(updates, solution).Select(update => solution.GetProject(update.ProjectId)!.Name)];
    }

    static RawUpdate Update(ProjectId project, CompiledDelta delta) => new(delta.ModuleId, project, delta.IL, delta.Metadata, [], [], []);
}
