using System.Collections.Immutable;
using System.Diagnostics;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;
using Files = System.Collections.Immutable.ImmutableSortedDictionary<string, string>;

namespace HotReload.Conformance.LongRuns;

/// <summary>A working day in minutes, with the real server and a real program: every 50th edit the program is held against a build.</summary>
/// <param name="seed">Makes the same day again, save for what depends on time.</param>
/// <param name="tell">Hears how it goes.</param>
sealed class LongRun(int seed, Action<string> tell)
{
    /// <summary>How many edits lie between two comparisons with a build.</summary>
    public const int EditsToBuild = 50;

    const int EditsToLook = 20;

    readonly Random _random = new(seed);
    readonly List<string> _failures = [];
    readonly List<Footprint> _footprints = [];
    readonly Dictionary<string, int> _deeds = [];
    readonly Trail _trail = new();
    Files _answering = Files.Empty;
    int _edits;
    int _faults;
    int _passed;
    int _divergences;

    /// <summary>Goes on for a time, once program and oracle are built, and says what came of it.</summary>
    public async Task<LongRunReport> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var cold = new ColdCopy();
        await using var player = await Player.StartAsync(RealCodeBase.Source(), cancellationToken);
        var branches = new GitBranches(player.Root);
        await branches.InitAsync();
        var deeds = new Deeds(player, new(_random), _random, branches, cancellationToken);
        try
        {
            await CompareAsync(player, cold, cancellationToken);
            var begun = clock.Elapsed;
            while (clock.Elapsed - begun < time && _failures.Count == 0)
            {
                await DoAsync(deeds, player, cold, cancellationToken);
            }

            await CompareAsync(player, cold, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, the seed and the place belong to it.
            Fail($"{exception.GetType().Name}: {exception.Message}");
        }

        Check(await player.EndAsync());
        return Report(player, clock.Elapsed);
    }

    async Task DoAsync(Deeds deeds, Player player, ColdCopy cold, CancellationToken cancellationToken)
    {
        var (deed, before) = (deeds.Pick(), _edits);
        _deeds[deed.Name] = _deeds.GetValueOrDefault(deed.Name) + 1;
        _edits += deed.Edits;
        _faults += deed.IsFault ? 1 : 0;
        var from = player.Results.Count();
        var problem = await deed.DoAsync() ?? await player.SettleAsync();
        var answer = await player.AskAsync();
        _trail.Add(deed.Name, player.Files, player.Results.Skip(from), player.Editor.Heard.Statuses.All()[^1], answer);
        if (problem is not null)
        {
            Fail($"{deed.Name}: {problem}");
            return;
        }

        if (answer is null || _edits / EditsToBuild > before / EditsToBuild)
        {
            tell($"{_edits} edits, {_faults} faults");
            await CompareAsync(player, cold, cancellationToken);
        }

        deeds.Remember();
        if (_edits / EditsToLook > before / EditsToLook)
        {
            _footprints.Add(Footprint.Of(player.Editor.Server.Id, _edits));
        }
    }

    async Task CompareAsync(Player player, ColdCopy cold, CancellationToken cancellationToken)
    {
        var built = await cold.AskAsync(player.Files, cancellationToken);
        var from = player.Editor.Heard.Results.Count;
        var running = await player.AskAsync();
        if (running != built && await player.SeesAsync(from, result => result.Cause == ReloadCause.Check))
        {
            // A full compilation has found late what a delta lacked; until then the program is not what it will be.
            await player.SettleAsync();
            running = await player.AskAsync();
        }

        if (running != built)
        {
            _divergences++;
            Fail($"The running program is not what a build of its text is.\n  hot:  {running ?? "(no answer)"}\n  cold: {built ?? "(no answer)"}");
        }
        else if (built is null)
        {
            // A random edit has made an endless loop, or the end of the program, in both alike.
            await player.GoBackAsync(_answering);
        }
        else
        {
            (_passed, _answering) = (_passed + 1, player.Files);
        }
    }

    void Check(IReadOnlyList<string> left)
    {
        left.ToList().ForEach(Fail);
        _passed += left.Count == 0 ? 1 : 0;
        if (Growth.Of(_footprints) is { IsLeak: true } growth)
        {
            Fail($"The server grows: {growth}");
        }
    }

    void Fail(string problem)
    {
        var failure = FormattableString.Invariant($"seed {seed}, edit {_edits}: {problem}");
        _failures.Add(failure);
        tell($"{failure}\n  What was done before: {_trail.Write(seed)}");
    }

    LongRunReport Report(Player player, TimeSpan taken) => new(
        _passed, _failures.Count, seed, Math.Round(taken.TotalSeconds, 1), _edits,
        player.Results.GroupBy(result => result.Outcome.ToString()).ToImmutableSortedDictionary(group => group.Key, group => group.Count()),
        _deeds.ToImmutableSortedDictionary(), _faults, _divergences, Growth.Of(_footprints), [.. _failures]);
}
