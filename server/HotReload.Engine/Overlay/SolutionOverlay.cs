using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Overlay;

/// <summary>
/// Lays snapshots over the solution that was loaded. Texts go in as changes to the text before, so that only what was
/// edited is parsed again; a file whose text object has not changed since the last snapshot costs nothing.
/// </summary>
internal sealed class SolutionOverlay
{
    readonly Solution _loaded;
    ImmutableDictionary<string, string?> _laid = Snapshot.Empty.Texts;

    public SolutionOverlay(Solution loaded) => Current = _loaded = loaded;

    /// <summary>The loaded solution with the newest snapshot on top.</summary>
    public Solution Current { get; private set; }

    /// <summary>Lays a snapshot over the solution, taking back what an earlier one had and this one has not.</summary>
    public Solution Lay(Snapshot snapshot)
    {
        var solution = Current;
        foreach (var (path, text) in snapshot.Texts)
        {
            if (!_laid.TryGetValue(path, out var before) || !ReferenceEquals(before, text))
            {
                solution = text is null ? RemoveFile(solution, path) : SetFile(solution, path, text);
            }
        }

        foreach (var path in _laid.Keys.Where(path => !snapshot.Texts.ContainsKey(path)))
        {
            solution = Restore(solution, path);
        }

        _laid = snapshot.Texts;
        return Current = solution;
    }

    static Solution SetFile(Solution solution, string path, string text)
    {
        foreach (var id in solution.GetDocumentIdsWithFilePath(path))
        {
            if (TextPinning.Find(solution, id) is { } document && document.TryGetText(out var old))
            {
                solution = TextPinning.SetText(solution, id, TextChanges.Replace(old, text));
            }
        }

        return solution;
    }

    static Solution RemoveFile(Solution solution, string path)
    {
        foreach (var id in solution.GetDocumentIdsWithFilePath(path))
        {
            solution = solution.ContainsDocument(id) ? solution.RemoveDocument(id)
                : solution.ContainsAdditionalDocument(id) ? solution.RemoveAdditionalDocument(id)
                : solution;
        }

        return solution;
    }

    Solution Restore(Solution solution, string path)
    {
        foreach (var id in _loaded.GetDocumentIdsWithFilePath(path))
        {
            if (TextPinning.Find(_loaded, id) is { } document && document.TryGetText(out var text)
                && TextPinning.Find(solution, id) is not null)
            {
                solution = TextPinning.SetText(solution, id, text);
            }
        }

        return solution;
    }
}
