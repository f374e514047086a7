using System.Text.Json;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Programs;

namespace HotReload.Conformance.Running;

/// <summary>
/// A process that runs cases: one a line of its input; for each it writes a line a step and then an empty one. It has no defence
/// against what a case does to it; who started it sees it end, and starts another.
/// </summary>
sealed class Worker(TextReader cases, TextWriter reports) : IDisposable
{
    readonly string _sessions = Directory.CreateTempSubdirectory("hr-conformance-").FullName;
    ProjectTemplate? _template;

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
        if (_template?.Key != next.ProjectKey)
        {
            _template?.Dispose();
            _template = null;
            _template = await ProjectTemplate.LoadAsync(next, RunnerSdk.Bind(), _sessions, cancellationToken);
        }

        await foreach (var report in new CaseRun(next, _template).RunAsync(cancellationToken))
        {
            await WriteAsync(JsonSerializer.Serialize(report, ConformanceJson.Line), cancellationToken);
        }
    }

    async Task WriteAsync(string line, CancellationToken cancellationToken)
    {
        await reports.WriteLineAsync(line.AsMemory(), cancellationToken);
        await reports.FlushAsync(cancellationToken);
    }
}
