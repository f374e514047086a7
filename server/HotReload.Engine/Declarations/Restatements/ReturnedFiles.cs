using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Restatements;

/// <summary>
/// Files that were gone and are there again. The SDK's analysis knows the document and would leave out what it finds there, or not find it in the
/// symbols: it is told of an empty file that is edited.
/// </summary>
internal sealed class ReturnedFiles
{
    /// <summary>The documents that were gone once. One that was gone for an edit that never came is in the text before.</summary>
    readonly HashSet<DocumentId> _gone = [];

    /// <summary>What the program runs, with an empty file for each that comes back.</summary>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What it is to run.</param>
    /// <param name="changes">Where the two differ.</param>
    public Restatement Restate(Solution before, Solution after, SolutionChange changes)
    {
        _gone.UnionWith(changes.Documents.Where(id => before.GetDocument(id) is not null && after.GetDocument(id) is null));
        var back = changes.Documents.Where(id => _gone.Contains(id) && before.GetDocument(id) is null).Select(after.GetDocument).OfType<Document>();
        var solution = back.Aggregate(before, WithEmpty);
        return new(solution, [], []) { IsNeeded = solution != before };
    }

    static Solution WithEmpty(Solution solution, Document document) =>
        TextPinning.Add(solution, document.Id, document.Name, SourceText.From("", System.Text.Encoding.UTF8), document.FilePath, document.Folders);
}
