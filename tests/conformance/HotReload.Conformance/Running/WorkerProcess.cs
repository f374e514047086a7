using System.Diagnostics;
using System.Text;
using System.Text.Json;
using HotReload.Conformance.Cases;
using HotReload.Conformance.Reporting;

namespace HotReload.Conformance.Running;

/// <summary>A worker from outside. Once a case has cost it, it is not to be used again.</summary>
sealed class WorkerProcess : IDisposable
{
    /// <summary>How long one step may take, the program's start and a build of its project included.</summary>
    static readonly TimeSpan s_stepTime = TimeSpan.FromSeconds(180);

    readonly Process _process;
    readonly StringBuilder _errors = new();

    WorkerProcess(Process process) => _process = process;

    /// <summary>Whether it can take another case.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Starts one: this program again.</summary>
    public static WorkerProcess Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        }

        start.ArgumentList.Add(ConformanceCommand.WorkerOption);
        var worker = new WorkerProcess(Process.Start(start)!);
        worker._process.ErrorDataReceived += (_, line) => worker.AddError(line.Data);
        worker._process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Runs a case. Steps that the worker did not come to, or did not survive, are reported as such.</summary>
    public async Task<CaseReport> RunAsync(ConformanceCase next, CancellationToken cancellationToken)
    {
        var reports = new List<StepReport>();
        string? loss = null;
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(next, ConformanceJson.Line).AsMemory(), cancellationToken);
            await _process.StandardInput.FlushAsync(cancellationToken);
            while (await ReadAsync(cancellationToken) is { Length: > 0 } line)
            {
                reports.Add(JsonSerializer.Deserialize<StepReport>(line, ConformanceJson.Line)!);
            }
        }
        catch (TimeoutException)
        {
            IsUsable = false;
            loss = $"The step took longer than {s_stepTime.TotalSeconds} seconds.";
        }
        catch (IOException exception)
        {
            IsUsable = false;
            loss = $"{exception.Message} {Errors()}".Trim();
        }

        while (reports.Count < next.Steps.Length)
        {
            var verdict = reports is [.., { Verdict: StepVerdict.Unusable }] ? StepVerdict.Unusable : StepVerdict.Crashed;
            reports.Add(new(reports.Count + 1, verdict, loss ?? "Not reached."));
            loss = null;
        }

        return new(next.Name, next.Subject, [.. reports]);
    }

    public void Dispose()
    {
        if (IsUsable)
        {
            // It ends by itself when nothing more can come.
            _process.StandardInput.Close();
            IsUsable = !_process.WaitForExit(TimeSpan.FromSeconds(20));
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(s_stepTime, cancellationToken);
        return line ?? throw new IOException("The worker ended.");
    }

    void AddError(string? line)
    {
        lock (_errors)
        {
            _errors.AppendLine(line);
        }
    }

    string Errors()
    {
        lock (_errors)
        {
            return _errors.ToString();
        }
    }
}
