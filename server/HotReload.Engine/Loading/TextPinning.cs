using System.Collections.Immutable;
using HotReload.Core.Buffers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Loading;

/// <summary>
/// Fixes the text of every document to what is on disk now. Without it a document is read when it is first needed,
/// and a save in between would change the baseline behind the session's back.
/// </summary>
internal static class TextPinning
{
    /// <summary>The solution with every text in memory; encodings and checksum algorithms stay those of the files.</summary>
    public static async Task<Solution> PinAsync(Solution solution, CancellationToken cancellationToken)
    {
        var documents = solution.Projects.SelectMany(In).ToList();
        var texts = await Task.WhenAll(documents.Select(document => ReadAsync(document, cancellationToken)));
        for (var i = 0; i < documents.Count; i++)
        {
            if (texts[i] is { } text)
            {
                solution = SetText(solution, documents[i].Id, text);
            }
        }

        return solution;
    }

    /// <summary>All that the compiler and the generators of a project read.</summary>
    public static IEnumerable<TextDocument> In(Project project) =>
        project.Documents.Cast<TextDocument>().Concat(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments);

    /// <summary>The solution with a document's text as it is on disk now.</summary>
    public static async Task<Solution> ReadAgainAsync(Solution solution, DocumentId id, CancellationToken cancellationToken) =>
        Find(solution, id) is { } document && await ReadAsync(document, cancellationToken) is { } text
            ? SetText(solution, id, text)
            : solution;

    /// <summary>Replaces a document's text, whichever kind of document it is.</summary>
    public static Solution SetText(Solution solution, DocumentId id, SourceText text) =>
        solution.ContainsDocument(id) ? solution.WithDocumentText(id, text)
        : solution.ContainsAdditionalDocument(id) ? solution.WithAdditionalDocumentText(id, text)
        : solution.WithAnalyzerConfigDocumentText(id, text);

    /// <summary>
    /// Adds a document with its text. Roslyn alone would have none before somebody reads it, and the document would count as changed then.
    /// </summary>
    public static Solution Add(Solution solution, DocumentId id, string name, SourceText text, string? path = null, IEnumerable<string>? folders = null) =>
        solution.AddDocument(id, name, text, folders, path).WithDocumentText(id, text);

    /// <summary>The documents of a file. Roslyn itself takes names for the same that differ in case only, on every system.</summary>
    public static ImmutableArray<DocumentId> FindIds(Solution solution, string path) =>
        solution.GetDocumentIdsWithFilePath(path).RemoveAll(id => !string.Equals(Find(solution, id)?.FilePath, path, PathIdentity.Comparison));

    /// <summary>The document with this id, whichever kind it is.</summary>
    public static TextDocument? Find(Solution solution, DocumentId id) =>
        (TextDocument?)solution.GetDocument(id) ?? solution.GetAdditionalDocument(id) ?? solution.GetAnalyzerConfigDocument(id);

    static async Task<SourceText?> ReadAsync(TextDocument document, CancellationToken cancellationToken)
    {
        if (document.FilePath is not { } path || !File.Exists(path))
        {
            return null;
        }

        // A new loader forces a read from disk, also where the workspace has read the file before.
        var loader = new FileTextLoader(path, defaultEncoding: null);
        var solution = document.Project.Solution;
        var fresh = document switch
        {
            Document => solution.WithDocumentTextLoader(document.Id, loader, PreservationMode.PreserveValue),
            AnalyzerConfigDocument => solution.WithAnalyzerConfigDocumentTextLoader(document.Id, loader, PreservationMode.PreserveValue),
            _ => solution.WithAdditionalDocumentTextLoader(document.Id, loader, PreservationMode.PreserveValue),
        };
        return await Find(fresh, document.Id)!.GetTextAsync(cancellationToken);
    }
}
