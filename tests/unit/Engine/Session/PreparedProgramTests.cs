namespace HotReload.UnitTests.Engine.Session;

/// <summary>A program that was loaded before it is started, and what of that the start takes.</summary>
[NonParallelizable]
public sealed class PreparedProgramTests
{
    PreparedStart _start = null!;

    [OneTimeSetUp]
    public async Task Create() => _start = await PreparedStart.CreateAsync();

    [OneTimeTearDown]
    public void Delete() => _start?.Dispose();

    [SetUp]
    public async Task Prepare() => Assert.That(await _start.PrepareAsync(), Is.True);

    [Test]
    public void A_start_takes_it() => Assert.That(_start.Take(), Does.Contain("as built"));

    [Test]
    public void It_is_taken_once()
    {
        _start.Take();

        Assert.That(_start.Take(), Is.Null);
    }

    [Test]
    public void Text_that_was_written_since_is_in_it() => With(_start.Source, "System.Console.WriteLine(\"written since\");\n", () =>
        Assert.That(_start.Take(), Does.Contain("written since")));

    [Test]
    public void Of_another_evaluation_it_is_of_no_use() => With(_start.Project, File.ReadAllText(_start.Project).Replace("<UseAppHost>", "<Nullable>enable</Nullable><UseAppHost>", StringComparison.Ordinal), () =>
        Assert.That(_start.Take(), Is.Null));

    [Test]
    public void With_a_file_more_it_is_of_no_use()
    {
        var more = Path.Combine(Path.GetDirectoryName(_start.Source)!, "More.cs");
        File.WriteAllText(more, "class More;\n");
        var taken = _start.Take();
        File.Delete(more);

        Assert.That(taken, Is.Null);
    }

    [Test]
    public void With_a_reference_that_was_written_since_it_is_of_no_use()
    {
        var before = File.GetLastWriteTimeUtc(_start.Reference);
        File.SetLastWriteTimeUtc(_start.Reference, before.AddSeconds(1));
        var taken = _start.Take();
        File.SetLastWriteTimeUtc(_start.Reference, before);

        Assert.That(taken, Is.Null);
    }

    [Test]
    public async Task What_is_not_known_any_more_is_not_prepared()
    {
        var prepared = true;
        await WithAsync(_start.Project, File.ReadAllText(_start.Project) + "<!-- another -->\n", async () => prepared = await _start.PrepareAsync());

        Assert.That(prepared, Is.False);
    }

    [Test]
    public void For_another_program_it_is_of_no_use() => Assert.That(_start.Take(_start.Project + ".other.csproj"), Is.Null);

    [Test]
    public void Of_programs_the_one_that_was_loaded_last_is_found()
    {
        Assert.That(_start.FindLastLoaded(_start.Project + ".other.csproj", _start.Project), Is.EqualTo(_start.Project));
        Assert.That(_start.FindLastLoaded(_start.Project + ".other.csproj"), Is.Null);
    }

    static void With(string file, string text, Action then) => WithAsync(file, text, () =>
    {
        then();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    static async Task WithAsync(string file, string text, Func<Task> then)
    {
        var before = File.ReadAllText(file);
        File.WriteAllText(file, text);
        try
        {
            await then();
        }
        finally
        {
            File.WriteAllText(file, before);
        }
    }
}
