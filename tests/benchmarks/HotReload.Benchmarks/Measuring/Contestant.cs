using System.Diagnostics;
using HotReload.Benchmarks.Scenarios;
using HotReload.Benchmarks.Tools;
using HotReload.Testing.Probing;
using HotReload.Testing.Waiting;

namespace HotReload.Benchmarks.Measuring;

/// <summary>One tool at work on its own copy of a program, looked at from outside.</summary>
public sealed class Contestant : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    readonly IReloadTool _tool;
    readonly Workplace _workplace;
    readonly HttpProbe _http;
    readonly Dictionary<string, string> _pristine = [];

    Contestant(IReloadTool tool, Workplace workplace)
    {
        _tool = tool;
        _workplace = workplace;
        _http = new HttpProbe(workplace.Url, Limit);
    }

    /// <summary>Gives a tool its place to work. Nothing is started.</summary>
    public static async Task<Contestant> EnterAsync(
        Scenario scenario, Func<Workplace, IReloadTool> tool, CancellationToken cancellationToken)
    {
        var workplace = await Workplace.TakeAsync(scenario, cancellationToken);
        return new Contestant(tool(workplace), workplace);
    }

    /// <summary>Starts the tool; milliseconds until the program has answered for the first time.</summary>
    public async Task<double> StartAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await _tool.StartAsync(cancellationToken);
        if (_workplace.Scenario.Page is { } page)
        {
            await _http.UpAsync(page, cancellationToken);
        }
        else
        {
            await LineAsync(0, FirstAnswer(), cancellationToken);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Makes an edit; milliseconds until the program shows it, null if it does not.</summary>
    public async Task<double?> EditAsync(EditKind edit, int number, CancellationToken cancellationToken)
    {
        var text = TextOf(edit, number);
        var expected = EditKind.Numbered(edit.Expect, number);
        var mark = _tool.Output.Length;
        var started = Stopwatch.GetTimestamp();
        await _tool.SaveAsync(edit.File, text, cancellationToken);
        try
        {
            if (_workplace.Scenario.Page is { } page)
            {
                await _http.UntilContainsAsync(page, expected, cancellationToken);
            }
            else
            {
                await LineAsync(mark, expected, cancellationToken);
            }

            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        catch (HopelessWaitException)
        {
            return null;
        }
    }

    /// <summary>The memory of the tool's own process, in megabytes: not the program's, not that of builds.</summary>
    public double Memory() => ProcessTree.ResidentBytes(_tool.ProcessId) / 1e6;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _tool.DisposeAsync();
        _http.Dispose();
        _workplace.Dispose();
    }

    // What the program says before any edit: the part of the expected text that stands before the number.
    string FirstAnswer() => _workplace.Scenario.Edits[0].Expect.Split("{n}")[0].TrimEnd();

    Task<string> LineAsync(int from, string text, CancellationToken cancellationToken) =>
        new Wait(Limit, new TaskCompletionSource<string>().Task, _tool.Output.ToString).ForAsync(
            $"a line with '{text}'",
            token => _tool.Output.LineAsync(from, line => line.Contains(text, StringComparison.Ordinal), token),
            cancellationToken);

    string TextOf(EditKind edit, int number)
    {
        if (!_pristine.TryGetValue(edit.File, out var text))
        {
            text = File.ReadAllText(_workplace.PathTo(edit.File));
            _pristine[edit.File] = text;
        }

        return edit.ApplyTo(text, number);
    }
}
