using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Overlay;

/// <summary>A file of a generator in two versions of a project; null in the one that does not have it.</summary>
internal sealed record GeneratedChange(Document? Before, Document? After)
{
    /// <summary>Those that the two versions do not have alike, by content.</summary>
    public static async Task<ImmutableArray<GeneratedChange>> FindAsync(Project? before, Project? after, CancellationToken cancellationToken)
    {
        var (old, now) = (await ListAsync(before, cancellationToken), await ListAsync(after, cancellationToken));
        var changes = ImmutableArray.CreateBuilder<GeneratedChange>();
        foreach (var id in old.Keys.Union(now.Keys))
        {
            var change = new GeneratedChange(old.GetValueOrDefault(id), now.GetValueOrDefault(id));
            if (!await change.IsSameAsync(cancellationToken))
            {
                changes.Add(change);
            }
        }

        return changes.ToImmutable();
    }

    async Task<bool> IsSameAsync(CancellationToken cancellationToken) => Before is not null && After is not null
        && (await Before.GetTextAsync(cancellationToken)).ContentEquals(await After.GetTextAsync(cancellationToken));

    static async Task<Dictionary<DocumentId, Document>> ListAsync(Project? project, CancellationToken cancellationToken) =>
        project is null ? [] : (await project.GetSourceGeneratedDocumentsAsync(cancellationToken)).ToDictionary(document => document.Id, Document (document) => document);
}
