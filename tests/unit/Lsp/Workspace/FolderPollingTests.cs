using HotReload.Lsp.Workspace;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Workspace;

public sealed class FolderPollingTests
{
    static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    readonly TestClock _clock = new();
    TemporaryFolder _folder = null!;
    List<string> _touched = null!;
    FolderPolling _polling = null!;
    string _file = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _touched = [];
        _file = _folder.Write("Cart.cs", "one");
        _polling = new(FolderContents.Below(_folder.Path), _touched.Add, _clock);
    }

    [TearDown]
    public void Delete()
    {
        _polling.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void What_stays_is_not_told()
    {
        Look();
        Assert.That(_touched, Is.Empty);
    }

    [Test]
    public void A_change_is_told_once()
    {
        File.SetLastWriteTimeUtc(_file, File.GetLastWriteTimeUtc(_file).AddSeconds(1));
        Look();
        Look();

        Assert.That(_touched, Is.EqualTo(new[] { _file }));
    }

    [Test]
    public void An_older_file_in_its_place_is_a_change_too()
    {
        File.SetLastWriteTimeUtc(_file, File.GetLastWriteTimeUtc(_file).AddDays(-1));
        Look();

        Assert.That(_touched, Is.EqualTo(new[] { _file }));
    }

    [Test]
    public void New_and_deleted_files_are_told()
    {
        var other = _folder.Write("sub/Other.razor", "x");
        Look();
        File.Delete(_file);
        Look();

        Assert.That(_touched, Is.EqualTo(new[] { other, _file }));
    }

    [Test]
    public void Project_files_are_told_and_output_is_not()
    {
        var project = _folder.Write("App.csproj", "x");
        _folder.Write("obj/Info.cs", "x");
        _folder.Write("site.scss", "x");
        Look();

        Assert.That(_touched, Is.EqualTo(new[] { project }));
    }

    [Test]
    public void A_folder_that_is_gone_for_a_moment_is_no_fault()
    {
        Directory.Move(_folder.Path, _folder.Path + "-away");
        Look();
        Directory.Move(_folder.Path + "-away", _folder.Path);
        Look();

        Assert.That(_touched, Is.Empty);
    }

    [Test]
    public void Nothing_is_told_after_the_end()
    {
        _polling.Dispose();
        File.Delete(_file);
        Look();

        Assert.That(_touched, Is.Empty);
    }

    void Look() => _clock.Advance(s_interval);
}
