using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// Finds what changed on disk since the texts were read, by time of writing. Watchers miss changes (network folders, limits,
/// containers), and the way it is said that no change of the disk counts says nothing of a restart.
/// </summary>
internal sealed class DiskTexts
{
    readonly Dictionary<string, DateTime> _writtenAt = new(PathIdentity.Comparer);

    /// <summary>The solution with what is on disk now, and the generators that it calls for.</summary>
    public async Task<Solution> PinAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var path in Files(solution))
        {
            _writtenAt[path] = File.GetLastWriteTimeUtc(path);
        }

        return DormantGenerators.Settle(await TextPinning.PinAsync(solution, cancellationToken));
    }

    /// <summary>The solution with those texts read again that were written since, and the generators, too, that they call for.</summary>
    public async Task<Solution> RefreshAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var path in Files(solution).ToList())
        {
            var writtenAt = File.GetLastWriteTimeUtc(path);
            if (!File.Exists(path) || (_writtenAt.TryGetValue(path, out var before) && before == writtenAt))
            {
                continue;
            }

            _writtenAt[path] = writtenAt;
            foreach (var id in solution.GetDocumentIdsWithFilePath(path))
            {
                solution = await TextPinning.ReadAgainAsync(solution, id, cancellationToken);
                if (solution.GetDocument(id)?.TryGetText(out var text) == true)
                {
                    solution = DormantGenerators.Wake(solution, path, text.ToString());
                }
            }
        }

        return solution;
    }

    /// <summary>Full paths of all files that a solution has the text of.</summary>
    public static IEnumerable<string> Files(Solution solution) => solution.Projects
        .SelectMany(TextPinning.In)
        .Select(document => document.FilePath)
        .OfType<string>()
        .Distinct(PathIdentity.Comparer);
}
