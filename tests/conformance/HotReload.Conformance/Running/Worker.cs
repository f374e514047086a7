using System.Text.Json;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Programs;
using HotReload.Conformance.Reporting;

namespace HotReload.Conformance.Running;

/// <summary>
/// A process that runs cases: one a line of its input; for each it writes a line a step and then an empty one. It has no defence
/// against what a case does to it; who started it sees it end, and starts another.
/// </summary>
sealed class Worker(TextReader cases, TextWriter reports) : IDisposable
{
    readonly string _sessions = Directory.CreateTempSubdirectory("hr-conformance-").FullName;
    ProjectTemplate? _template;

    /// <summary>Of the last project that could not be built: its other cases need not wait for the same answer.</summary>
    (string Key, string Fault)? _unusable;

    /// <summary>Runs what comes, until nothing more does.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        while (await cases.ReadLineAsync(cancellationToken) is { } line)
        {
            var next = JsonSerializer.Deserialize<ConformanceCase>(line, ConformanceJson.Line)!;
            await RunAsync(next, cancellationToken);
            await WriteAsync("", cancellationToken);
        }

        return 0;
    }

    public void Dispose()
    {
        _template?.Dispose();
        Directory.Delete(_sessions, recursive: true);
    }

    async Task RunAsync(ConformanceCase next, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(next, cancellationToken) is { } fault)
        {
            await WriteAsync(new StepReport(1, StepVerdict.Unusable, fault), cancellationToken);
            return;
        }

        try
        {
            await foreach (var report in new CaseRun(next, _template!).RunAsync(cancellationToken))
            {
                await WriteAsync(report, cancellationToken);
            }
        }
        catch (UnusableProjectException exception)
        {
            await WriteAsync(new StepReport(1, StepVerdict.Unusable, exception.Message), cancellationToken);
        }
    }

    async Task<string?> PrepareAsync(ConformanceCase next, CancellationToken cancellationToken)
    {
        if (_unusable is { } known && known.Key == next.ProjectKey)
        {
            return known.Fault;
        }

        if (_template?.Key == next.ProjectKey)
        {
            return null;
        }

        _template?.Dispose();
        _template = null;
        try
        {
            _template = await ProjectTemplate.LoadAsync(next, RunnerSdk.Bind(), _sessions, cancellationToken);
            return null;
        }
        catch (UnusableProjectException exception)
        {
            _unusable = (next.ProjectKey, exception.Message);
            return exception.Message;
        }
    }

    Task WriteAsync(StepReport report, CancellationToken cancellationToken) =>
        WriteAsync(JsonSerializer.Serialize(report, ConformanceJson.Line), cancellationToken);

    async Task WriteAsync(string line, CancellationToken cancellationToken)
    {
        await reports.WriteLineAsync(line.AsMemory(), cancellationToken);
        await reports.FlushAsync(cancellationToken);
    }
}
