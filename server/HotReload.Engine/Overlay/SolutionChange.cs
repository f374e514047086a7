using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Recovery;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Overlay;

/// <summary>What differs in text between two solutions of one session.</summary>
/// <param name="Projects">Projects with a changed, added or removed document.</param>
/// <param name="Documents">Changed, added and removed documents.</param>
internal sealed record SolutionChange(ImmutableArray<ProjectId> Projects, ImmutableArray<DocumentId> Documents)
{
    /// <summary>The solution without it.</summary>
    public required Solution Before { get; init; }

    public bool IsEmpty => Documents.IsEmpty;

    /// <summary>Compares by content: an edit that was undone is no change.</summary>
    public static SolutionChange Find(Solution before, Solution after)
    {
        var documents = ImmutableArray.CreateBuilder<DocumentId>();
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            documents.AddRange(project.GetChangedDocuments().Where(id => TextDiffers(before, after, id)));
            documents.AddRange(project.GetChangedAdditionalDocuments().Where(id => TextDiffers(before, after, id)));
            documents.AddRange(project.GetChangedAnalyzerConfigDocuments().Where(id => TextDiffers(before, after, id)));
            documents.AddRange(project.GetAddedDocuments());
            documents.AddRange(project.GetAddedAdditionalDocuments());
            documents.AddRange(project.GetRemovedDocuments());
            documents.AddRange(project.GetRemovedAdditionalDocuments());
        }

        return new([.. documents.Select(id => id.ProjectId).Distinct()], documents.ToImmutable()) { Before = before };
    }

    /// <summary>The files of the documents, with their texts in both solutions.</summary>
    public ImmutableArray<ChangedText> Texts(Solution before, Solution after) =>
    [
        .. Documents.Select(id => (Old: TextPinning.Find(before, id), Now: TextPinning.Find(after, id)))
            .Where(document => (document.Now ?? document.Old)?.FilePath is not null)
            .Select(document => new ChangedText((document.Now ?? document.Old)!.FilePath!, TextOf(document.Old), TextOf(document.Now)))
            .DistinctBy(text => text.Path, PathIdentity.Comparer),
    ];

    /// <summary>The files with code that are in both solutions.</summary>
    public IEnumerable<(Document Old, Document Now)> Edited(Solution before, Solution after) =>
        from id in Documents
        let old = before.GetDocument(id)
        let now = after.GetDocument(id)
        where old is not null && now is not null
        select (old!, now!);

    static string? TextOf(TextDocument? document) => document?.TryGetText(out var text) == true ? text.ToString() : null;

    static bool TextDiffers(Solution before, Solution after, DocumentId id) =>
        !(TextPinning.Find(before, id)!.TryGetText(out var old)
            && TextPinning.Find(after, id)!.TryGetText(out var text)
            && old.ContentEquals(text));
}
