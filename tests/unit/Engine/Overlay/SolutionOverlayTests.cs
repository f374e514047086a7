using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Overlay;

/// <summary>Nobody compiles between these snapshots: the solution has the text of the last all the same.</summary>
public sealed class SolutionOverlayTests
{
    static readonly string s_loaded = PathTo("Loaded.cs");

    [Test]
    public void A_file_that_was_deleted_comes_back_with_other_text() =>
        Assert.That(LayAll(s_loaded, null, "class B { }"), Is.EqualTo("class B { }"));

    [Test]
    public void A_file_that_comes_again_and_is_edited_at_once_has_its_last_text() =>
        Assert.That(LayAll(s_loaded, null, "class B { }", "class C { }"), Is.EqualTo("class C { }"));

    [Test]
    public void A_new_file_that_is_edited_at_once_has_its_last_text() =>
        Assert.That(LayAll(PathTo("New.cs"), "class B { }", "class C { }"), Is.EqualTo("class C { }"));

    [Test]
    public void A_file_that_was_deleted_and_leaves_the_snapshot_is_as_it_was_loaded()
    {
        using var workspace = new AdhocWorkspace();
        var overlay = Load(workspace);
        overlay.Lay(Snapshot.Empty.With(s_loaded, null));

        Assert.That(TextOf(overlay.Lay(Snapshot.Empty), s_loaded), Is.EqualTo("class A { }"));
    }

    /// <summary>What a file has after several snapshots, of each of which it is the only one.</summary>
    static string? LayAll(string path, params string?[] texts)
    {
        using var workspace = new AdhocWorkspace();
        var overlay = Load(workspace);
        foreach (var text in texts)
        {
            overlay.Lay(Snapshot.Empty.With(path, text));
        }

        return TextOf(overlay.Current, path);
    }

    static SolutionOverlay Load(AdhocWorkspace workspace)
    {
        var id = ProjectId.CreateNewId();
        var project = ProjectInfo.Create(id, VersionStamp.Create(), "P", "P", LanguageNames.CSharp, filePath: PathTo("P.csproj"));
        var document = DocumentId.CreateNewId(id);
        var solution = workspace.CurrentSolution.AddProject(project)
            .AddDocument(document, "Loaded.cs", SourceText.From("class A { }"), filePath: s_loaded)
            .WithDocumentText(document, SourceText.From("class A { }"));
        return new(solution, new(solution));
    }

    /// <summary>In a folder of a project that is not there: all C# files below it are its own.</summary>
    static string PathTo(string name) => Path.Combine(Path.GetTempPath(), "overlay", name);

    static string? TextOf(Solution solution, string path) =>
        solution.GetDocument(solution.GetDocumentIdsWithFilePath(path).Single())!.TryGetText(out var text) ? text.ToString() : null;
}
