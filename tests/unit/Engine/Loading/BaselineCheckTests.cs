using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis.Emit;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class BaselineCheckTests
{
    [Test]
    public async Task A_build_of_these_sources_is_current()
    {
        using var project = new BuiltProject();
        Assert.That(await BaselineCheck.CheckAsync(project.Solution.Projects, new(), CancellationToken.None), Is.Empty);
    }

    [Test]
    public void The_program_has_what_its_references_were_built_to()
    {
        using var program = new ProgramFolder();
        program.Build("Lib", typeof(BaselineCheckTests));
        Assert.That(program.FindFaults(), Is.Empty, "It is no part of the program's folder.");

        program.Copy("Lib");
        Assert.That(program.FindFaults(), Is.Empty);

        program.Build("Lib", typeof(BaselineCheck));
        Assert.That(program.FindFaults(), Has.One.Contains("is not what Lib was built to last"));
    }

    [Test]
    public async Task One_with_its_symbols_inside_is_current_too()
    {
        using var project = new BuiltProject(DebugInformationFormat.Embedded);
        Assert.That(await ReasonAsync(project), Is.Null);
    }

    [Test]
    public async Task A_file_that_differs_is_named_however_old_it_looks()
    {
        using var project = new BuiltProject();
        var time = File.GetLastWriteTimeUtc(project.File);
        await File.AppendAllTextAsync(project.File, "// More.");
        File.SetLastWriteTimeUtc(project.File, time);
        project.Refresh();

        Assert.That(await ReasonAsync(project), Is.EqualTo($"{project.File} differs from what App was built from."));
    }

    [Test]
    public async Task Text_needs_no_build_and_a_missing_assembly_does()
    {
        using var project = new BuiltProject();
        await File.AppendAllTextAsync(project.File, "// More.");
        project.Refresh();
        Assert.That(await NeedsBuildAsync(project), Is.False);

        File.Delete(project.Output);
        Assert.That(await NeedsBuildAsync(project), Is.True);
    }

    [Test]
    public async Task Line_ends_and_byte_order_marks_count()
    {
        using var project = new BuiltProject();
        var text = await File.ReadAllTextAsync(project.File);
        await File.WriteAllTextAsync(project.File, text);
        project.Refresh();

        Assert.That(await ReasonAsync(project), Does.Contain("differs"), "The mark is gone.");
    }

    [Test]
    public async Task A_file_that_was_only_touched_is_current()
    {
        using var project = new BuiltProject();
        File.SetLastWriteTimeUtc(project.File, File.GetLastWriteTimeUtc(project.Assembly).AddDays(1));

        Assert.That(await ReasonAsync(project), Is.Null);
    }

    [Test]
    public async Task A_file_without_code_counts_by_its_time()
    {
        using var project = new BuiltProject();
        project.AddFile("Before.cs", "interface IBefore { }", TimeSpan.FromSeconds(-1));
        Assert.That(await ReasonAsync(project), Is.Null);

        var path = project.AddFile("After.cs", "interface IAfter { }", TimeSpan.FromSeconds(1));
        Assert.That(await ReasonAsync(project), Is.EqualTo($"{path} was added or changed after App was built."));
    }

    [Test]
    public async Task What_was_never_built_is_said_to_be_so()
    {
        using var project = new BuiltProject();
        File.Delete(project.Assembly);

        Assert.That(await ReasonAsync(project), Is.EqualTo("App has not been built."));
    }

    [Test]
    public async Task A_build_without_symbols_is_said_to_be_so()
    {
        using var project = new BuiltProject();
        File.Delete(Path.ChangeExtension(project.Assembly, ".pdb"));

        Assert.That(await ReasonAsync(project), Is.EqualTo("App was built without a portable PDB."));
        Assert.That(await NeedsBuildAsync(project), Is.False, "The next one would have none either.");
    }

    [Test]
    public async Task A_build_that_gives_files_other_names_is_said_to_be_one()
    {
        using var project = new BuiltProject();
        project.Move("/_/Code.cs");

        Assert.That(await ReasonAsync(project), Does.Contain("PathMap"));
        Assert.That(await NeedsBuildAsync(project), Is.False);
    }

    [Test]
    public async Task A_program_that_is_not_what_was_compiled_last_is_named()
    {
        using var project = new BuiltProject();
        using var other = new BuiltProject();
        File.Copy(other.Output, project.Output, overwrite: true);

        Assert.That(await ReasonAsync(project), Is.EqualTo($"App: {project.Output} is not the assembly that was compiled last."));
    }

    [Test]
    public async Task A_program_that_is_gone_is_not_what_was_compiled_last()
    {
        using var project = new BuiltProject();
        File.Delete(project.Output);

        Assert.That(await ReasonAsync(project), Does.Contain("is not the assembly"));
    }

    [TestCase("")]
    [TestCase("not an assembly")]
    public void A_file_that_is_no_assembly_has_no_MVID(string content)
    {
        using var project = new BuiltProject();
        File.WriteAllText(project.Output, content);

        Assert.That(BaselineCheck.ReadMvid(project.Output), Is.EqualTo(Guid.Empty));
        Assert.That(BaselineCheck.ReadMvid(project.Output + ".none"), Is.EqualTo(Guid.Empty));
    }

    static async Task<string?> ReasonAsync(BuiltProject project) =>
        (await BaselineCheck.CheckAsync(project.Solution.Projects, new(), CancellationToken.None)).SingleOrDefault()?.Reason;

    static async Task<bool> NeedsBuildAsync(BuiltProject project) =>
        (await BaselineCheck.CheckAsync(project.Solution.Projects, new(), CancellationToken.None)).Single().NeedsBuild;
}
