using System.Collections.Immutable;
using System.Diagnostics;
using HotReload.Core.Reload;
using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Builds;

/// <summary>Builds a project for Debug with the SDK's own command, restore included.</summary>
/// <param name="dotnet">Full path of the <c>dotnet</c> executable.</param>
public sealed class DotnetBuild(string dotnet)
{
    /// <summary>How many of the last lines are kept for a build that fails without a readable error.</summary>
    const int TailLines = 20;

    /// <summary>How long the system may take to end a process that was killed.</summary>
    static readonly TimeSpan s_killTime = TimeSpan.FromSeconds(2);

    /// <summary>Runs the build. Cancellation ends it with all its children.</summary>
    public async Task<BuildResult> RunAsync(BuildRequest request, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Describe(request) };
        var diagnostics = new List<ReloadDiagnostic>();
        var tail = new Queue<string>();
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            throw;
        }

        return new(process.ExitCode == 0, [.. diagnostics.Distinct()], string.Join('\n', tail));

        void Take(string? line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                return;
            }

            lock (tail)
            {
                tail.Enqueue(line);
                if (tail.Count > TailLines)
                {
                    tail.Dequeue();
                }

                if (BuildOutputLine.Parse(line) is { } diagnostic)
                {
                    diagnostics.Add(diagnostic);
                }
            }

            progress?.Report(line.Trim());
        }
    }

    static void Kill(Process process)
    {
        var table = ProcessPlatform.ForThisSystem().Table;
        var family = table.Descendants(process.Id).ToList();
        if (table.Find(process.Id) is { } self)
        {
            family.Add(self);
        }

        process.Kill(entireProcessTree: true);

        // Killed is not gone: until then it may hold files that the next build wants to write.
        process.WaitForExit(s_killTime);
        family.ForEach(member => member.ClearUp());
    }

    ProcessStartInfo Describe(BuildRequest request)
    {
        var start = new ProcessStartInfo(dotnet)
        {
            WorkingDirectory = Path.GetDirectoryName(request.ProjectPath)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var argument in (ImmutableArray<string>)
            ["build", request.ProjectPath, "-c", "Debug", "--nologo", "-v:minimal", "-tl:off", "-clp:NoSummary", .. request.Options])
        {
            start.ArgumentList.Add(argument);
        }

        // The lines are read by a program; they must not depend on the user's language.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }
}
