using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations;

/// <summary>Writes into files that only the analysis sees.</summary>
internal static class TextWrites
{
    /// <summary>A solution with changes of its files, of whichever kind; what is written at one place stands in the order given.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<(DocumentId Document, TextChange Change)> writes, CancellationToken cancellationToken)
    {
        foreach (var file in writes.GroupBy(write => write.Document, write => write.Change).ToList())
        {
            var text = await TextPinning.Find(solution, file.Key)!.GetTextAsync(cancellationToken);
            solution = TextPinning.SetText(solution, file.Key, text.WithChanges(file.OrderBy(change => change.Span.Start)));
        }

        return solution;
    }
}
