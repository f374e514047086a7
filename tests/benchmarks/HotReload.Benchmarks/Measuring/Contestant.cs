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

    /// <summary>A first start builds, and 50 projects for the first time take longer than any edit.</summary>
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    readonly IReloadTool _tool;
    readonly HttpProbe _http;
    readonly Dictionary<string, string> _pristine = [];

    Contestant(IReloadTool tool, Workplace workplace)
    {
        _tool = tool;
        Workplace = workplace;
        _http = new HttpProbe(workplace.Url, Limit);
    }

    /// <summary>Where it works.</summary>
    public Workplace Workplace { get; }

    /// <summary>What works there.</summary>
    public IReloadTool Tool => _tool;

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
        if (Workplace.Scenario.Page is { } page)
        {
            await _http.UpAsync(page, cancellationToken);
        }
        else
        {
            await LineAsync(0, FirstAnswer(), StartLimit, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Makes an edit; milliseconds from the save until the program shows it, null if it does not.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="number">What makes it another one than before.</param>
    /// <param name="pause">The time between the last key and the save.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<double?> EditAsync(EditKind edit, int number, TimeSpan pause, CancellationToken cancellationToken)
    {
        var files = new List<string> { edit.File };
        if (edit.NewFile.Length > 0)
        {
            files.Insert(0, edit.NewFileName(number));
            await _tool.ChangeAsync(files[0], EditKind.Numbered(edit.NewFile, number), cancellationToken);
        }

        await _tool.ChangeAsync(edit.File, TextOf(edit, number), cancellationToken);
        await Task.Delay(pause, cancellationToken);
        return await UntilShownAsync(EditKind.Numbered(edit.Expect, number), async () =>
        {
            foreach (var file in files)
            {
                await _tool.SaveAsync(file, cancellationToken);
            }
        }, cancellationToken);
    }

    /// <summary>Does something; milliseconds until the program shows it, null if it does not.</summary>
    public async Task<double?> UntilShownAsync(string expected, Func<Task> action, CancellationToken cancellationToken)
    {
        var mark = _tool.Output.Length;
        var started = Stopwatch.GetTimestamp();
        await action();
        try
        {
            if (Workplace.Scenario.Page is { } page)
            {
                await _http.UntilContainsAsync(page, expected, cancellationToken);
            }
            else
            {
                await LineAsync(mark, expected, Limit, cancellationToken);
            }

            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        catch (HopelessWaitException)
        {
            return null;
        }
    }

    /// <summary>How much of one core the tool's own process has used while something was done; in percent.</summary>
    public async Task<double> ProcessorAsync(Func<Task> action)
    {
        var (before, started) = (ProcessTree.ProcessorTime(_tool.ProcessId), Stopwatch.GetTimestamp());
        await action();
        return 100 * (ProcessTree.ProcessorTime(_tool.ProcessId) - before) / Stopwatch.GetElapsedTime(started);
    }

    /// <summary>The memory of the tool's own process, in megabytes: not the program's, not that of builds.</summary>
    public double Memory() => ProcessTree.ResidentBytes(_tool.ProcessId) / 1e6;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _tool.DisposeAsync();
        _http.Dispose();
        Workplace.Dispose();
    }

    // What the program says before any edit: the part of the expected text that stands before the number.
    string FirstAnswer() => Workplace.Scenario.Edits[0].Expect.Split("{n}")[0].TrimEnd();

    Task<string> LineAsync(int from, string text, TimeSpan limit, CancellationToken cancellationToken) =>
        new Wait(limit, new TaskCompletionSource<string>().Task, _tool.Output.ToString).ForAsync(
            $"a line with '{text}'",
            token => _tool.Output.LineAsync(from, line => line.Contains(text, StringComparison.Ordinal), token),
            cancellationToken);

    /// <summary>A file's text after an edit.</summary>
    public string TextOf(EditKind edit, int number)
    {
        if (!_pristine.TryGetValue(edit.File, out var text))
        {
            text = File.ReadAllText(Workplace.PathTo(edit.File));
            _pristine[edit.File] = text;
        }

        return edit.ApplyTo(text, number);
    }
}
