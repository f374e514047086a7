using System.Collections.Immutable;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Session;

/// <summary>
/// Compiles projects, their source generators included, in bounded time. Generators are foreign code in this process: one that hangs can't
/// be ended, only left behind, and whoever waits for it goes on at once when the text is overtaken.
/// </summary>
/// <param name="limit">How long one project may take.</param>
/// <param name="time">Measures it.</param>
internal sealed class BoundedCompilation(TimeSpan limit, TimeProvider time)
{
    /// <summary>How many compilations may be left behind and still go on; the next waits for one of them to end.</summary>
    public const int MostLeft = 3;

    /// <summary>Said of text whose compilation does not end.</summary>
    public const string Code = "HR1015";

    readonly Lock _gate = new();
    ImmutableArray<Task> _left = [];

    /// <summary>Compiles projects as far as others need them.</summary>
    /// <returns>Why one was given up; null where all are done, and whoever asks for their compilations has them at once.</returns>
    public async Task<ReloadDiagnostic?> RunAsync(Solution solution, IEnumerable<ProjectId> projects, CancellationToken cancellationToken)
    {
        foreach (var project in projects.Select(solution.GetProject).OfType<Project>())
        {
            if (!await TryAsync(token => project.GetCompilationAsync(token), cancellationToken))
            {
                return Describe(project);
            }
        }

        return null;
    }

    /// <summary>Does some work.</summary>
    /// <returns>Whether it ended in time. If not, it goes on, and what it was for must do without it.</returns>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var left = FindLeft();
        if (left.Length >= MostLeft && !await EndsAsync(Task.WhenAny(left), cancellationToken))
        {
            return false;
        }

        // Elsewhere: the calling thread may be the only one of its kind, and whatever hangs must not have it.
        var running = Task.Run(() => work(cancellationToken), CancellationToken.None);
        try
        {
            return await EndsAsync(running, cancellationToken);
        }
        finally
        {
            Leave(running);
        }
    }

    async Task<bool> EndsAsync(Task task, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(limit, time, cancellationToken);
            return true;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            return false;
        }
    }

    ImmutableArray<Task> FindLeft()
    {
        lock (_gate)
        {
            return _left = _left.RemoveAll(task => task.IsCompleted);
        }
    }

    void Leave(Task task)
    {
        if (!task.IsCompleted)
        {
            lock (_gate)
            {
                _left = _left.Add(task);
            }
        }
    }

    ReloadDiagnostic Describe(Project project) => new(
        Code, DiagnosticSeverity.Error,
        $"{project.Name} was not compiled within {limit.TotalSeconds:0.#} seconds. A source generator that does not end{Named(project)} may be why: take back the edit, or mend the generator and start the program again.",
        null, default, project.Name);

    /// <summary>Those of the project's own; what the SDK brings along does not hang.</summary>
    static string Named(Project project)
    {
        var names = project.AnalyzerReferences
            .Where(reference => reference.FullPath is { } path && !path.Contains($"{Path.DirectorySeparatorChar}packs{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains($"{Path.DirectorySeparatorChar}sdk{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(reference => reference.Display)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? "" : $" ({string.Join(", ", names)})";
    }
}
