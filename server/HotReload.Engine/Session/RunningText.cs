using HotReload.Engine.Loading;
using HotReload.Engine.State;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// The text that the program runs. Not the edit session's own committed solution: a warm-up lays its throw-away edits there for a while.
/// Safe to ask from any thread.
/// </summary>
public sealed class RunningText
{
    volatile Solution _solution;

    internal RunningText(Solution solution) => _solution = solution;

    /// <summary>The text of a file; null when the program does not have the file.</summary>
    public string? Find(string path)
    {
        var running = _solution;
        return TextPinning.FindIds(running, path)
            .Select(id => TextPinning.Find(running, id) is { } document && document.TryGetText(out var text) ? text.ToString() : null)
            .FirstOrDefault(text => text is not null);
    }

    /// <summary>Whether the compiler or a generator has read a file.</summary>
    public bool Has(string path) => !TextPinning.FindIds(_solution, path).IsEmpty;

    /// <summary>The full name of a type by its simple one, as the project of a file knows it; null where it knows none.</summary>
    public async Task<string?> FindTypeAsync(string path, string type, CancellationToken cancellationToken)
    {
        var running = _solution;
        return TextPinning.FindIds(running, path).FirstOrDefault() is { } id
            ? await NamedTypes.FindAsync(running.GetProject(id.ProjectId)!, type, cancellationToken)
            : null;
    }

    internal void Take(Solution solution) => _solution = solution;
}
