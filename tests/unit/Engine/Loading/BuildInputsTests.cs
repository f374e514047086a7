using HotReload.Engine.Loading;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class BuildInputsTests
{
    static readonly DateTime s_before = new(2026, 1, 1, 10, 0, 0, DateTimeKind.Utc);
    static readonly DateTime s_built = s_before.AddMinutes(1);
    static readonly DateTime s_after = s_before.AddMinutes(2);

    TemporaryFolder _folder = null!;
    string _project = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _project = Write("app/App.csproj", s_before);
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void A_project_that_was_never_restored_is_said_to_be_one() =>
        Assert.That(BuildInputs.FindRestoreReason(_project), Is.EqualTo("App has not been restored."));

    [Test]
    public void A_restored_project_needs_nothing()
    {
        Write("app/obj/project.assets.json", s_built);
        Assert.That(BuildInputs.FindRestoreReason(_project), Is.Null);
    }

    [Test]
    public void A_restore_into_a_folder_above_counts_and_the_newest_of_two()
    {
        Write("artifacts/obj/App/project.assets.json", s_built);
        Assert.That(BuildInputs.FindRestoreReason(_project), Is.Null);

        // Left from before the project's output was put there.
        Write("app/obj/project.assets.json", s_built.AddHours(-9));
        Assert.That(BuildInputs.FindRestoreReason(_project), Is.Null);
    }

    [TestCase("app/App.csproj")]
    [TestCase("app/Directory.Build.props")]
    [TestCase("Directory.Build.targets")]
    [TestCase("Directory.Packages.props")]
    public void An_input_newer_than_the_restore_is_named(string input)
    {
        Write("app/obj/project.assets.json", s_built);
        var path = Write(input, s_after);

        Assert.That(BuildInputs.FindRestoreReason(_project), Does.StartWith(path));
    }

    [Test]
    public void A_referenced_project_that_changed_after_its_restore_is_named()
    {
        Write("app/obj/project.assets.json", s_built);
        var library = Write("library/Library.csproj", s_after);
        Write("library/obj/project.assets.json", s_built);
        _folder.Write("app/obj/App.csproj.nuget.dgspec.json", $$"""{"projects": {"{{_project.Replace('\\', '/')}}": {}, "{{library.Replace('\\', '/')}}": {} } }""");

        Assert.That(BuildInputs.FindRestoreReason(_project), Does.StartWith(library));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[1]")]
    public void A_restores_own_record_that_can_not_be_read_says_nothing(string text)
    {
        Write("app/obj/project.assets.json", s_built);
        _folder.Write("app/obj/App.csproj.nuget.dgspec.json", text);

        Assert.That(BuildInputs.FindRestoreReason(_project), Is.Null);
    }

    [Test]
    public void A_build_after_a_restore_that_had_nothing_to_do_counts()
    {
        Write("app/obj/project.assets.json", s_before);
        Write("app/App.csproj", s_built);
        Write("app/obj/Debug/net10.0/App.dll", s_after);

        Assert.That(BuildInputs.FindRestoreReason(_project), Is.Null);
    }

    [TestCase("<Project />", false, TestName = "The_nearest_shared_file_hides_those_above")]
    [TestCase("<Project><Import Project=\"../Directory.Build.props\" /></Project>", true, TestName = "The_nearest_shared_file_may_import_those_above")]
    public void Shared_files_above_each_other(string nearest, bool isRead)
    {
        Write("app/obj/project.assets.json", s_built);
        Write("app/Directory.Build.props", s_before, nearest);
        var above = Write("Directory.Build.props", s_after);

        Assert.That(BuildInputs.FindRestoreReason(_project), isRead ? Does.StartWith(above) : Is.Null);
    }

    [Test]
    public void What_chooses_the_sdk_and_the_packages_has_part_in_a_build()
    {
        var above = new[] { Write("global.json", s_before), Write("app/NuGet.Config", s_before) };

        Assert.That(BuildInputs.FindBuildFiles(_project), Is.EquivalentTo(above.Append(_project)));
    }

    [TestCase(".editorconfig")]
    [TestCase("nuget.config")]
    public void What_MSBuild_does_not_compile_from_does_not_matter_to_the_restore(string other)
    {
        Write("app/obj/project.assets.json", s_built);
        Write(other, s_after);

        Assert.That(BuildInputs.FindRestoreReason(_project), Is.Null);
    }

    [Test]
    public void A_built_project_needs_nothing()
    {
        Write("app/Directory.Build.props", s_before);
        Write("app/Strings.resx", s_before);

        Assert.That(FindBuildReason(), Is.Null);
    }

    [TestCase("app/App.csproj")]
    [TestCase("Directory.Build.props")]
    [TestCase("app/Texts/Strings.resx")]
    public void An_input_newer_than_the_build_is_named(string input)
    {
        var path = Write(input, s_after);

        Assert.That(FindBuildReason(), Is.EqualTo($"{path} changed after App was built."));
    }

    [TestCase(".editorconfig")]
    [TestCase("nuget.config")]
    [TestCase("app/Cart.cs")]
    [TestCase("app/readme.md")]
    public void What_does_not_go_into_the_program_does_not_matter(string other)
    {
        Write(other, s_after);
        Assert.That(FindBuildReason(), Is.Null);
    }

    [Test]
    public void Content_newer_than_its_copy_beside_the_program_is_named()
    {
        Write("app/bin/appsettings.json", s_built);
        var source = Write("app/appsettings.json", s_after);

        Assert.That(FindBuildReason(), Does.StartWith(source));
    }

    string? FindBuildReason()
    {
        var built = Write("app/obj/App.dll", s_built);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "App", "App", LanguageNames.CSharp, _project, _folder.At("app/bin/App.dll"))
            .WithCompilationOutputInfo(new CompilationOutputInfo().WithAssemblyPath(built)));
        Directory.CreateDirectory(_folder.At("app/bin"));
        return BuildInputs.FindBuildReason(project, new());
    }

    string Write(string relative, DateTime time, string text = "")
    {
        var path = _folder.Write(relative, text);
        File.SetLastWriteTimeUtc(path, time);
        return path;
    }
}
