using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Recovery;
using HotReload.Core.Reload;
using HotReload.Engine.Baselines;
using HotReload.Lsp.Recovery;
using HotReload.Runtime.Launch;
using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Lsp.Recovery;

public sealed class JournalTests
{
    const string Path = "/src/A.cs";
    static readonly Guid s_module = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void What_is_written_is_read()
    {
        var (run, reason) = JournalReader.Read(Write());

        Assert.That(reason, Is.Null);
        Assert.That(run!.Sdk, Is.EqualTo("10.0.100"));
        Assert.That(run.Baseline.Modules, Is.EqualTo(new[] { new BaselineModule("App", "/home/App.dll", s_module) }));
        Assert.That(run.Baseline.Texts, Is.EquivalentTo(new Dictionary<string, string> { [Path] = "one", ["/src/B.cs"] = "\ud800 alone" }));
        Assert.That(run.Program, Is.EqualTo(new ProgramTicket(new(7, 70), "secret", TerminalMode.Server)));
        Assert.That(run.Generations.Select(generation => generation.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(run.Generations.Select(generation => run.Text(generation.Texts.Single().After)), Is.EqualTo(new[] { "two", null }));
        Assert.That(run.Text(run.Generations[1].Held.Single().Before), Is.EqualTo("held"));
    }

    [Test]
    public void A_text_is_written_once()
    {
        var kinds = JournalFormat.Read(File.ReadAllBytes(Write()))!.Count(record => record.Kind == JournalKind.Text);

        Assert.That(kinds, Is.EqualTo(4), "one, alone, two, held");
    }

    [Test]
    public void A_journal_that_is_cut_off_anywhere_has_what_was_whole()
    {
        var whole = File.ReadAllBytes(Write());
        var lengths = new List<int>();
        for (var length = 0; length <= whole.Length; length++)
        {
            var (run, reason) = JournalReader.Read("cut", whole.AsMemory(0, length));
            Assert.That(run is null, Is.EqualTo(reason is not null));
            if (run is not null)
            {
                Assert.That(run.Bytes, Is.LessThanOrEqualTo(length));
                lengths.Add(run.Generations.Length);
            }
        }

        Assert.That(lengths, Is.Ordered.And.Contains(0).And.Contains(1));
        Assert.That(lengths[^1], Is.EqualTo(2));
    }

    [Test]
    public void A_journal_with_a_damaged_byte_anywhere_is_cut_there_or_refused()
    {
        var whole = File.ReadAllBytes(Write());
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x55;
            var (run, reason) = JournalReader.Read("damaged", damaged);
            Assert.That(run is null ? reason : "cut", Is.Not.Null);
            Assert.That(run?.Generations.Length, Is.Not.EqualTo(2), $"Byte {at} was believed.");
        }
    }

    [Test]
    public void Another_version_is_not_read()
    {
        var (run, reason) = JournalReader.Read("old", "HotReload journal 0\n"u8.ToArray());

        Assert.That((run, reason), Is.EqualTo(((LostRun?)null, "The journal is of another version, or is none.")));
    }

    [Test]
    public void A_generation_takes_the_place_of_one_that_was_not_taken()
    {
        var path = _folder.At("run.new");
        using (var file = Begin(path))
        {
            file.Add(Generation(1), [new(Path, "one", "refused")], Held());
            file.Add(Generation(1), [new(Path, "one", "taken")], Held());
        }

        var run = JournalReader.Read(_folder.At("7.journal")).Run!;
        Assert.That(run.Text(run.Generations.Single().Texts.Single().After), Is.EqualTo("taken"));
    }

    [Test]
    public void What_goes_on_is_written_behind_what_can_be_read()
    {
        var path = Write();
        File.AppendAllText(path, "half a record");
        var before = JournalReader.Read(path).Run!;
        using (var file = JournalFile.Continue(before))
        {
            file.Add(Generation(3), [new(Path, null, "one")], Held());
        }

        var after = JournalReader.Read(path).Run!;
        Assert.That(after.Generations.Length, Is.EqualTo(3));
        Assert.That(JournalFormat.Read(File.ReadAllBytes(path))!.Count(record => record.Kind == JournalKind.Text), Is.EqualTo(4));
    }

    [Test]
    public void The_generations_stay_when_a_program_is_started_again()
    {
        var before = JournalReader.Read(Write()).Run!;
        using (var file = JournalFile.Continue(before))
        {
            file.Add(Generation(3), [new(Path, null, "one")], Held());
            file.Add(new ProgramTicket(new(8, 80), "secret", TerminalMode.Server), "8.journal", () => [Generation(1), Generation(2), Generation(3)]);
        }

        var after = JournalReader.Read(_folder.At("8.journal")).Run!;
        Assert.That(after.Program.Process.Id, Is.EqualTo(8));
        Assert.That(
            after.Generations.Select(generation => generation.Texts.Single().After),
            Is.EqualTo(before.Generations.Select(generation => generation.Texts.Single().After).Append(TextHash.Of("one"))));
    }

    static Generation Generation(int number) => new(number, []);

    static ImmutableDictionary<string, HeldText> Held() => ImmutableDictionary.Create<string, HeldText>(PathIdentity.Comparer);

    static JournalFile Begin(string path)
    {
        var file = JournalFile.Create(path);
        var texts = ImmutableDictionary.Create<string, string>(PathIdentity.Comparer).Add(Path, "one").Add("/src/B.cs", "\ud800 alone");
        file.Add("10.0.100", new(null, [new("App", "/home/App.dll", s_module)], texts));
        file.Add(new ProgramTicket(new(7, 70), "secret", TerminalMode.Server), "7.journal", () => []);
        return file;
    }

    string Write()
    {
        using var file = Begin(_folder.At("run.new"));
        file.Add(Generation(1), [new(Path, "one", "two")], Held());
        file.Add(Generation(2), [new(Path, "two", null)], Held().Add(Path, new("held", "two")));
        return _folder.At("7.journal");
    }
}
