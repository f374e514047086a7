using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Engine.Evaluations;
using HotReload.Engine.Session;
using HotReload.UnitTests.Engine.Session;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Engine.Evaluations;

/// <summary>Against a project that the SDK has built and evaluated.</summary>
[NonParallelizable]
public sealed class CachedEvaluationsTests
{
    const string Variable = "TEST_PROPERTY";

    SmallProgram _program = null!;
    Evaluated _evaluated = null!;
    TemporaryFolder _cache = null!;
    CachedEvaluations _evaluations = null!;

    string ProjectFile => Path.Combine(Path.GetDirectoryName(_program.Calc)!, "Small.csproj");

    bool IsFound => _evaluations.Find(ProjectFile) is { IsCurrent: true };

    [OneTimeSetUp]
    public async Task Evaluate()
    {
        _program = await SmallProgram.CreateAsync();
        _evaluated = Evaluated.Of(ProjectFile);
    }

    [OneTimeTearDown]
    public void Delete() => _program?.Dispose();

    [SetUp]
    public void Create()
    {
        _cache = new();
        _evaluations = new(new(_cache.At("evaluations"), TimeProvider.System), RoslynSetUp.Sdk, TimeProvider.System);
    }

    [TearDown]
    public void DeleteCache() => _cache.Dispose();

    [Test, Platform("Linux,MacOsX")]
    public async Task What_the_build_host_left_is_gone()
    {
        await _program.Hosts.Watch.Cleared;

        Assert.That(_program.Hosts.Seen, Is.Not.Empty);
        Assert.That(_program.Hosts.Seen, Has.None.Matches<string>(File.Exists));
    }

    [Test]
    public void Nothing_is_found_before_something_is_kept() => Assert.That(IsFound, Is.False);

    [Test]
    public void What_is_found_says_what_the_evaluation_said()
    {
        Keep();

        Assert.That(Evaluated.Describe(_evaluations.Find(ProjectFile)!.Projects), Is.EqualTo(_evaluated.Describe()));
    }

    [Test]
    public void Another_edit_of_a_source_file_changes_nothing()
    {
        Keep();
        Touch(_program.Calc, text => text + "// More.\n", () => Assert.That(IsFound, Is.True));
    }

    [TestCase("Small.csproj")]
    [TestCase("obj/project.assets.json")]
    [TestCase("obj/Small.csproj.nuget.g.props")]
    [TestCase("obj/Debug/net10.0/Small.GlobalUsings.g.cs")]
    [TestCase("Directory.Build.props")]
    [TestCase("Directory.Packages.props")]
    [TestCase("global.json")]
    [TestCase("Small.csproj.user")]
    [TestCase("New.cs")]
    [TestCase("Below/New.cs")]
    public void A_file_that_differs_or_is_new_makes_it_uncertain(string file)
    {
        Keep();
        var path = Path.Combine(Path.GetDirectoryName(ProjectFile)!, file);
        Touch(path, text => text + "\n", () => Assert.That(IsFound, Is.False));

        Assert.That(IsFound, Is.True, "It is as it was.");
    }

    [Test]
    public void A_source_file_that_is_gone_makes_it_uncertain()
    {
        Keep();
        Move(_program.Windows, () => Assert.That(IsFound, Is.False));
    }

    [Test]
    public void Another_environment_makes_it_uncertain()
    {
        Keep();
        Environment.SetEnvironmentVariable(Variable, "1");
        var found = IsFound;
        Environment.SetEnvironmentVariable(Variable, null);

        Assert.That(found, Is.False);
    }

    [TestCase("VSCODE_PID")]
    [TestCase("TMUX_PANE")]
    [TestCase("WSL_INTEROP")]
    [TestCase("GIO_LAUNCHED_DESKTOP_FILE_PID")]
    [TestCase("HOTRELOAD_TEST_MARK")]
    public void Variables_of_a_terminal_a_login_or_an_editor_do_not(string name)
    {
        Keep();
        var before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, "another");
        var found = IsFound;
        Environment.SetEnvironmentVariable(name, before);

        Assert.That(found, Is.True);
    }

    [Test]
    public void What_was_written_after_the_evaluation_began_keeps_it_from_being_kept()
    {
        _evaluated.KeepIn(_evaluations, File.GetLastWriteTimeUtc(ProjectFile));

        Assert.That(IsFound, Is.False);
    }

    [Test]
    public void A_project_that_can_depend_on_anything_is_not_kept()
    {
        var text = File.ReadAllText(ProjectFile);
        Touch(ProjectFile, _ => text.Replace("</Project>", "<Target Name=\"Make\" BeforeTargets=\"CoreCompile\" /></Project>", StringComparison.Ordinal), () =>
        {
            _evaluated.KeepIn(_evaluations, DateTime.UtcNow.AddMinutes(1));
            Assert.That(IsFound, Is.False);
        });
    }

    [TestCase(10)]
    [TestCase(100)]
    [TestCase(1000)]
    public void What_is_cut_off_is_not_found(int length)
    {
        Keep();
        var file = Directory.EnumerateFiles(_cache.At("evaluations")).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        Assert.That(IsFound, Is.False);
    }

    [Test]
    public void A_folder_that_others_may_write_to_is_not_believed()
    {
        Keep();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_cache.At("evaluations"), (UnixFileMode)0b111_111_111);

        Assert.That(IsFound, Is.False);
    }

    [Test]
    public void The_folder_is_the_users_alone()
    {
        Keep();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.That(File.GetUnixFileMode(_cache.At("evaluations")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Test]
    public void The_files_that_were_used_last_are_kept()
    {
        var folder = new CacheFolder(_cache.At("many"), TimeProvider.System);
        for (var i = 0; i < 80; i++)
        {
            folder.Write($"{i}", [1]);
            folder.Read("0");
        }

        Assert.That(Directory.EnumerateFiles(_cache.At("many")).Count(), Is.EqualTo(64));
        Assert.That((folder.Read("0"), folder.Read("79"), folder.Read("1")), Is.EqualTo((new byte[] { 1 }, new byte[] { 1 }, (byte[]?)null)));
    }

    [Test]
    public async Task A_session_on_what_was_kept_is_one_on_what_was_evaluated()
    {
        Keep();
        using var engine = await EngineProgram.LoadAsync(
            RoslynSetUp.Sdk, new(ProjectFile, null, _cache.At("session")) { CacheFolder = _cache.Path, Patience = Timeout.InfiniteTimeSpan }, null, CancellationToken.None);
        await using var session = await engine.StartSessionAsync(CancellationToken.None);
        var snapshot = Snapshot.Empty.With(_program.Calc, SmallProgram.CalcText.Replace("public int Twice", "public long Twice", StringComparison.Ordinal));

        Assert.That((await engine.CheckBaselineAsync(CancellationToken.None)).Reasons, Is.Empty);
        Assert.That((await session.CompileAsync(snapshot, Haste.Now, CancellationToken.None)).Verdict, Is.EqualTo(CompileVerdict.Ready));
        session.Discard();
    }

    void Keep()
    {
        _evaluated.KeepIn(_evaluations);
        Assert.That(IsFound, Is.True);
    }

    static void Touch(string path, Func<string, string> change, Action assert)
    {
        var (before, writtenAt) = (File.Exists(path) ? File.ReadAllBytes(path) : null, File.GetLastWriteTimeUtc(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, change(before is null ? "" : File.ReadAllText(path)));
        try
        {
            assert();
        }
        finally
        {
            File.Delete(path);
            if (before is not null)
            {
                File.WriteAllBytes(path, before);
                File.SetLastWriteTimeUtc(path, writtenAt);
            }
        }
    }

    static void Move(string path, Action assert)
    {
        File.Move(path, path + ".away");
        try
        {
            assert();
        }
        finally
        {
            File.Move(path + ".away", path);
        }
    }
}
