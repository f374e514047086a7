using HotReload.Lsp.Workspace;

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

        Assert.That((_files.IsChange("/p/App.csproj"), _files.FindChanged()), Is.EqualTo((true, "/p/App.csproj")));
    }

    [Test]
    public void The_same_text_again_is_none() =>
        Assert.That((_files.IsChange("/p/App.csproj"), _files.FindChanged()), Is.EqualTo((false, (string?)null)));

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
    public void An_import_that_nobody_knew_of_matters_once_for_each_text()
    {
        Assert.That((_files.IsChange("/p/Common.props"), _files.IsChange("/p/Common.props")), Is.EqualTo((true, false)));
        _disk["/p/Common.props"] = "common 2";
        Assert.That(_files.IsChange("/p/Common.props"), Is.True);
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

        Assert.That(_files.FindChanged(), Is.EqualTo("/p/App.csproj"), "It changed while it was built.");
    }
}
