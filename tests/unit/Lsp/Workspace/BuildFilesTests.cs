using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class BuildFilesTests
{
    Dictionary<string, string> _disk = null!;
    BuildFiles _files = null!;

    [SetUp]
    public void Create()
    {
        _disk = new() { ["/p/App.csproj"] = "app", ["/p/Other.csproj"] = "other", ["/p/Common.props"] = "common" };
        _files = new(path => _disk.GetValueOrDefault(path));
        _files.Add(["/p/App.csproj"]);
    }

    [Test]
    public void Other_text_is_a_change()
    {
        _disk["/p/App.csproj"] = "app 2";

        Assert.That((_files.IsChange("/p/App.csproj"), _files.FindChanged().Single()), Is.EqualTo((true, "/p/App.csproj")));
    }

    [Test]
    public void The_same_text_again_is_none() =>
        Assert.That((_files.IsChange("/p/App.csproj"), _files.FindChanged().Length), Is.EqualTo((false, 0)));

    [Test]
    public void A_change_that_is_undone_is_none()
    {
        _disk["/p/App.csproj"] = "app 2";
        _files.IsChange("/p/App.csproj");
        _disk["/p/App.csproj"] = "app";

        Assert.That(_files.IsChange("/p/App.csproj"), Is.False);
    }

    [Test]
    public void A_project_that_the_program_is_not_made_of_does_not_matter() =>
        Assert.That(_files.IsChange("/p/Other.csproj"), Is.False);

    [Test]
    public void What_the_last_build_did_not_have_counts_until_the_next_one()
    {
        _files.Lack("/p/New.cshtml.css");
        Assert.That(_files.FindChanged(), Is.Empty, "It is not on the disk yet.");

        _disk["/p/New.cshtml.css"] = "p{}";
        Assert.That(_files.FindChanged(), Is.EqualTo(new[] { "/p/New.cshtml.css" }));
        _files.Renew();
        _disk["/p/New.cshtml.css"] = "p{color:red}";
        Assert.That(_files.FindChanged(), Is.Empty);
    }

    [Test]
    public void An_import_that_nobody_knew_of_matters_until_the_next_build()
    {
        Assert.That((_files.IsChange("/p/Common.props"), _files.IsChange("/p/Common.props")), Is.EqualTo((true, true)));
        _files.Renew();
        Assert.That(_files.IsChange("/p/Common.props"), Is.False);
        _disk.Remove("/p/Common.props");
        Assert.That(_files.IsChange("/p/Common.props"), Is.True);
    }

    [TestCase("/Directory.Build.props", true)]
    [TestCase("/p/NuGet.config", true)]
    [TestCase("/p/global.json", true)]
    [TestCase("/p/test/Directory.Packages.props", false)]
    [TestCase("/other/global.json", false)]
    [TestCase("/other/Common.targets", true, Description = "Anything may import it.")]
    public void What_is_looked_for_by_name_counts_where_it_is_looked_for(string path, bool counts)
    {
        _disk[path] = "new";
        Assert.That(_files.IsChange(path), Is.EqualTo(counts));
    }

    [Test]
    public void What_is_looked_for_by_name_and_is_gone_again_is_no_change()
    {
        _disk["/p/global.json"] = "{}";
        Assert.That(_files.IsChange("/p/global.json"), Is.True);
        _disk.Remove("/p/global.json");
        Assert.That((_files.IsChange("/p/global.json"), _files.FindChanged().Length), Is.EqualTo((false, 0)));
    }

    [Test]
    public void A_resource_belongs_to_the_nearest_project()
    {
        using var folder = new TemporaryFolder();
        var files = new BuildFiles(_ => "");
        files.Add([folder.Write("App.csproj", "")]);
        folder.Write("test/Test.csproj", "");

        Assert.That(
            (files.IsChange(folder.At("Texts/Strings.resx")), files.IsChange(folder.At("test/Strings.resx"))), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_build_that_failed_changes_nothing_of_what_runs()
    {
        _disk["/p/App.csproj"] = "broken";
        _files.Renew();
        _files.Revert();
        Assert.That(_files.FindChanged(), Is.EqualTo(new[] { "/p/App.csproj" }));

        _disk["/p/App.csproj"] = "app";
        Assert.That(_files.FindChanged(), Is.Empty);
    }

    [Test]
    public void What_the_build_itself_writes_is_current_after_it()
    {
        _disk["/p/obj/project.assets.json"] = "1";
        _files.AddProducts(["/p/obj/project.assets.json"]);
        _files.Renew();
        _disk["/p/obj/project.assets.json"] = "2";
        _files.AddProducts(["/p/obj/project.assets.json"]);
        Assert.That(_files.FindChanged(), Is.Empty);

        _disk["/p/obj/project.assets.json"] = "3";
        Assert.That(_files.FindChanged(), Is.Not.Empty);
    }

    [Test]
    public void A_build_is_made_from_what_the_files_say_then()
    {
        _disk["/p/App.csproj"] = "app 2";
        _files.Renew();
        Assert.That(_files.IsChange("/p/App.csproj"), Is.False);

        _disk.Remove("/p/App.csproj");
        Assert.That(_files.IsChange("/p/App.csproj"), Is.True);
    }

    [Test]
    public void What_was_known_before_the_build_stays_so()
    {
        _disk["/p/App.csproj"] = "app 2";
        _files.Add(["/p/App.csproj"]);

        Assert.That(_files.FindChanged(), Is.EqualTo(new[] { "/p/App.csproj" }), "It changed while it was built.");
    }

    [Test]
    public void What_the_program_has_without_a_build_is_no_change_and_wants_one_still()
    {
        _disk["/p/App.csproj"] = "app 2";
        _files.Take(_files.FindTexts());
        Assert.That((_files.IsChange("/p/App.csproj"), _files.FindChanged().Length, _files.IsStale), Is.EqualTo((false, 0, true)));

        _disk["/p/App.csproj"] = "app";
        Assert.That((_files.IsChange("/p/App.csproj"), _files.IsStale), Is.EqualTo((true, false)), "The program has more than it says now.");

        _files.Renew();
        Assert.That((_files.FindChanged().Length, _files.IsStale), Is.EqualTo((0, false)));
    }

    [Test]
    public void A_build_that_failed_takes_nothing_of_that_away()
    {
        _disk["/p/App.csproj"] = "app 2";
        _files.Take(_files.FindTexts());
        _files.Renew();
        _files.Revert();

        Assert.That((_files.FindChanged().Length, _files.IsStale), Is.EqualTo((0, true)));
    }

    [Test]
    public void What_a_restore_writes_does_not_count_beside_what_it_reads()
    {
        const string Project = "<Project />";
        _disk["/p/App.csproj"] = Project;
        _disk["/p/obj/project.assets.json"] = "1";
        _files.Renew();
        _files.AddProducts(["/p/obj/project.assets.json"]);
        _disk["/p/App.csproj"] = "<Project><!-- a comment --></Project>";
        _disk["/p/obj/project.assets.json"] = "2";

        Assert.That(_files.Compare(_files.FindTexts()), Is.EqualTo(ProjectFileDifference.Nothing));

        _disk["/p/App.csproj"] = Project;
        Assert.That(_files.Compare(_files.FindTexts()), Is.EqualTo(ProjectFileDifference.Anything), "A restore by itself found something else.");
    }
}
