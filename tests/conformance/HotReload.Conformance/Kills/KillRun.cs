using System.Diagnostics;
using System.Globalization;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Editing;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.Kills;

/// <summary>Kills the server at random moments while somebody types, and looks after each whether the program says what the text says.</summary>
sealed class KillRun(int seed, Action<string> tell)
{
    /// <summary>The longest time before a kill: from an idle session over compilations to what comes after them.</summary>
    const int MaxDelayMilliseconds = 1_000;

    readonly Random _random = new(seed);
    readonly List<string> _restarted = [];
    readonly List<string> _lost = [];
    readonly List<double> _seconds = [];
    int _kills;
    int _kept;
    int _questions;

    /// <summary>Runs it.</summary>
    public async Task<KillReport> RunAsync(int kills)
    {
        var typed = new TypedProgram(_random);
        var fixture = await Fixture.OpenAsync(TypedProgram.Source);
        await using var program = await LiveProgram.StartAsync(
            fixture, null, ReloadMode.Save, new(fixture.Root) { Initialization = new(Restart: RestartPolicy.Auto), Guard = TimeSpan.FromMinutes(3) });
        await TypedProgram.OpenAsync(program.Editor);
        var process = program.Session.Processes.Single();
        while (_kills < kills)
        {
            await KillWhileTypingAsync(program, typed, kills);
            process = await LookAsync(program, typed, process);
            tell(string.Create(CultureInfo.InvariantCulture, $"{_kills} kills, {typed.Edits} edits, {_kept} gone on, {_restarted.Count} restarted, {_lost.Count} lost"));
        }

        await CompareWithBuildAsync(program, typed);
        return new(_kills, typed.Edits, _kept, _restarted, _lost, _seconds.Order().ElementAt(_seconds.Count / 2), _seconds.Max());
    }

    async Task KillWhileTypingAsync(LiveProgram program, TypedProgram typed, int kills)
    {
        var killing = KillAsync(program.Editor);
        for (var edits = _random.Next(1, 4); edits > 0; edits--)
        {
            await typed.EditAsync(program.Editor);
        }

        await killing;

        // Most die before, or while, they go on with the session.
        while (_kills < kills && _random.Next(8) > 0)
        {
            await program.StartNextServerAsync();
            await Task.WhenAll(KillAsync(program.Editor), typed.EditAsync(program.Editor));
        }
    }

    async Task KillAsync(EditorClient editor)
    {
        var delay = _random.Next(MaxDelayMilliseconds);
        await Task.Delay(delay);
        await editor.KillServerAsync();
        _kills++;
    }

    /// <summary>Whether the next server's program says what the text says, when all of it is saved.</summary>
    async Task<int> LookAsync(LiveProgram program, TypedProgram typed, int process)
    {
        var clock = Stopwatch.StartNew();
        var said = await program.GoOnAsync();
        _seconds.Add(clock.Elapsed.TotalSeconds);
        await TypedProgram.SaveAsync(program.Editor);

        // A program that could not be started with half-typed text is, now.
        await program.Editor.StatusAsync(status => !status.Processes.IsEmpty);
        var result = await program.Editor.ApplyAsync();
        var (now, says) = await AskAsync(program);
        if (says != typed.Says)
        {
            _lost.Add($"After kill {_kills} the program says {says}, and the text {typed.Says}: {said} {result.Outcome}: {result.Message}");
        }

        if (now == process)
        {
            _kept++;
        }
        else
        {
            _restarted.Add(said);
            tell(said);
        }

        return now;
    }

    async Task<(int Process, string Says)> AskAsync(LiveProgram program)
    {
        var question = string.Create(CultureInfo.InvariantCulture, $"q{++_questions}");
        await program.Editor.InputAsync(question + "\n");
        var answer = (await program.Editor.OutputContainingAsync(question + " ")).Split(' ');
        return (int.Parse(answer[2], CultureInfo.InvariantCulture), answer[3]);
    }

    /// <summary>A build of the final text says the same.</summary>
    async Task CompareWithBuildAsync(LiveProgram program, TypedProgram typed)
    {
        var texts = TypedProgram.Texts(program.Editor);
        var files = TypedProgram.Source.Files.Where(file => texts.All(text => text.Name != file.Path))
            .Select(file => (file.Path, Text: System.Text.Encoding.UTF8.GetString(file.Content.AsSpan())))
            .Concat(texts.Select(text => (text.Name, text.Text)));
        var built = await Fixture.OpenAsync(FixtureSource.Inline("killed", string.Join('\n', files.Select(file => $"//- /{file.Item1}\n{file.Text}"))));
        await using var cold = await LiveProgram.StartAsync(built, null, ReloadMode.Save, new(built.Root));
        var (_, says) = await AskAsync(cold);
        if (says != typed.Says)
        {
            _lost.Add($"A build says {says}, and the text {typed.Says}.");
        }
    }
}
