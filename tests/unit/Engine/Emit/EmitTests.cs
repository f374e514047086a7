using HotReload.Core.Ports;
using HotReload.Engine.Loading;

namespace HotReload.UnitTests.Engine.Emit;

/// <summary>Programs that are made from memory, and run.</summary>
public sealed class EmitTests
{
    EmittedProgram _program = null!;

    [OneTimeSetUp]
    public async Task Build() => _program = await EmittedProgram.CreateAsync();

    [OneTimeTearDown]
    public void Delete() => _program?.Dispose();

    [SetUp]
    public Task Load()
    {
        _program.Restore();
        return _program.LoadAsync();
    }

    [Test]
    public async Task Text_of_the_editor_that_no_delta_could_carry_is_in_the_program()
    {
        _program.Edit("public class Part\n", "public class Part : System.IDisposable\n");
        _program.Edit("=> \"part\";", "=> \"disposable part\";\n\n    public void Dispose() { }");
        var report = await _program.EmitAsync();

        Assert.That((report.Succeeded, report.BuildReason), Is.EqualTo((true, (string?)null)));
        Assert.That(await _program.RunAsync(), Does.StartWith("disposable part of 1"));
    }

    [Test]
    public async Task A_dependent_project_is_made_again_with_it()
    {
        _program.Edit("Weight = 1", "Weight = 2");
        await _program.EmitAsync();

        Assert.That(await _program.RunAsync(), Does.StartWith("part of 2"));
    }

    [Test]
    public async Task Resources_content_and_versions_are_those_of_the_build()
    {
        var built = await _program.RunAsync();
        _program.Edit("Weight = 1", "Weight = 2");
        await _program.EmitAsync();
        var emitted = await _program.RunAsync();

        Assert.That(built, Does.Contain("resource noted, content copied").And.Contain("version 3.4.5.0, file 3.4.5.0").And.Contain("above True"));
        Assert.That(emitted.Split('\n').Skip(1), Is.EqualTo(built.Split('\n').Skip(1)));
    }

    [Test]
    public async Task The_output_of_the_build_is_left_as_it_was()
    {
        var before = Read(_program.Output);
        _program.Edit("Weight = 1", "Weight = 2");
        await _program.EmitAsync();
        await _program.RunAsync();

        Assert.That(Read(_program.Output), Is.EqualTo(before));
        Assert.That(Path.GetDirectoryName(_program.Engine.OutputAssembly), Is.Not.EqualTo(_program.Output));
    }

    [Test]
    public async Task A_session_starts_from_what_was_emitted()
    {
        var rude = _program.Edit("class Part\n", "class Part : System.IEquatable<Part>\n");
        rude = _program.Edit("=> \"part\";", "=> \"part\";\n    public bool Equals(Part? other) => false;");
        await _program.EmitAsync();
        await using var session = await _program.Engine.StartSessionAsync(CancellationToken.None);
        Assert.That((await session.CompileAsync(rude, Haste.Now, CancellationToken.None)).Verdict, Is.EqualTo(CompileVerdict.NoChange));

        var change = await session.CompileAsync(_program.Edit("\"part\"", "\"changed part\""), Haste.Now, CancellationToken.None);

        Assert.That(change.Verdict, Is.EqualTo(CompileVerdict.Ready));
        var emitted = Path.Combine(Path.GetDirectoryName(_program.Engine.OutputAssembly)!, "Parts.dll");
        Assert.That(change.Deltas.Single().ModuleId, Is.EqualTo(BaselineCheck.ReadMvid(emitted)));
    }

    [Test]
    public async Task One_emit_follows_another_and_keeps_what_it_does_not_touch()
    {
        _program.Edit("Weight = 1", "Weight = 2");
        await _program.EmitAsync();
        var first = Path.GetDirectoryName(_program.Engine.OutputAssembly);
        _program.Edit("\"part\"", "\"second part\"");
        await _program.EmitAsync();
        _program.Engine.DropPreviousOutput();

        Assert.That(await _program.RunAsync(), Does.StartWith("second part of 2"));
        Assert.That(Directory.Exists(first), Is.False);
    }

    [Test]
    public async Task Errors_are_told_at_their_place_and_change_nothing()
    {
        _program.Edit("Weight = 1", "Weight = missing");
        var report = await _program.EmitAsync();

        var error = report.Errors.Single();
        Assert.That((report.Succeeded, error.Code, error.File, error.Range.Start.Line), Is.EqualTo((false, "CS0103", _program.Library, 4)));
        Assert.That(Path.GetDirectoryName(_program.Engine.OutputAssembly), Is.EqualTo(_program.Output));
        Assert.That(Directory.EnumerateFileSystemEntries(_program.Intermediate, "hotreload-*"), Is.Empty);
    }

    [Test]
    public async Task Text_that_is_newer_than_the_build_is_emitted_instead_of_built()
    {
        await File.WriteAllTextAsync(_program.Library, (await File.ReadAllTextAsync(_program.Library)).Replace("= 1", "= 7", StringComparison.Ordinal));
        await _program.LoadAsync();
        var baseline = await _program.Engine.CheckBaselineAsync(CancellationToken.None);
        Assert.That((baseline.IsCurrent, baseline.BuildReasons.Length), Is.EqualTo((false, 0)));

        Assert.That((await _program.EmitAsync()).Succeeded, Is.True);
        Assert.That(await _program.RunAsync(), Does.StartWith("part of 7"));
    }

    [Test]
    public async Task What_nobody_told_of_is_read_from_disk_and_is_not_forgotten_by_a_failure()
    {
        await File.WriteAllTextAsync(_program.Library, (await File.ReadAllTextAsync(_program.Library)).Replace("= 1", "= missing", StringComparison.Ordinal));
        Assert.That((await _program.EmitAsync()).Errors.Single().Code, Is.EqualTo("CS0103"));
        Assert.That((await _program.EmitAsync()).Errors.Single().Code, Is.EqualTo("CS0103"));

        await File.WriteAllTextAsync(_program.Library, (await File.ReadAllTextAsync(_program.Library)).Replace("= missing", "= 99", StringComparison.Ordinal));
        Assert.That((await _program.EmitAsync()).Succeeded, Is.True);
        Assert.That(await _program.RunAsync(), Does.StartWith("part of 99"));
    }

    [Test]
    public async Task A_project_file_that_is_newer_than_the_build_needs_a_build()
    {
        var time = File.GetLastWriteTimeUtc(_program.Project);
        try
        {
            File.SetLastWriteTimeUtc(_program.Project, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
            _program.Edit("Weight = 1", "Weight = 2");
            var report = await _program.EmitAsync();

            Assert.That((report.Succeeded, report.BuildReason), Is.EqualTo((false, $"{_program.Project} changed after App was built.")));
        }
        finally
        {
            File.SetLastWriteTimeUtc(_program.Project, time);
        }
    }

    [Test]
    public async Task What_a_killed_server_left_behind_is_removed_with_the_next_emit()
    {
        var left = Path.Combine(_program.Intermediate, "hotreload-left");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(left + ".lock", "");
        _program.Edit("Weight = 1", "Weight = 2");
        await _program.EmitAsync();

        Assert.That((Directory.Exists(left), File.Exists(left + ".lock")), Is.EqualTo((false, false)));
        Assert.That(File.Exists(_program.Engine.OutputAssembly), Is.True);
    }

    [Test]
    public async Task Nothing_is_left_at_the_end()
    {
        _program.Edit("Weight = 1", "Weight = 2");
        await _program.EmitAsync();
        Assert.That(Directory.EnumerateFileSystemEntries(_program.Intermediate, "hotreload-*"), Is.Not.Empty);

        await _program.LoadAsync();

        Assert.That(Directory.EnumerateFileSystemEntries(_program.Intermediate, "hotreload-*"), Is.Empty);
    }

    static Dictionary<string, (DateTime, long)> Read(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .ToDictionary(file => file.FullName, file => (file.LastWriteTimeUtc, file.Length));
}
