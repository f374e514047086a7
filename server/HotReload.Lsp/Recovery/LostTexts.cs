using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Recovery;
using HotReload.Lsp.Sessions;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Recovery;

/// <summary>Brings back which text was published when a server ended, so that no edit is lost and none is taken back.</summary>
internal sealed class LostTexts(SessionServices services, SessionPlans plans, ProgramText text)
{
    /// <summary>Takes what a program has been given as published, and what was saved since as newer.</summary>
    /// <param name="run">The run.</param>
    /// <param name="generations">What its program has.</param>
    public void Take(LostRun run, ImmutableArray<GenerationRecord> generations)
    {
        var changes = generations.Select(generation => generation.Texts.Select(file =>
            new ChangedText(file.Path, run.Text(file.Before), run.Text(file.After))).ToImmutableArray()).ToList();
        var held = generations is [.., var last] ? last.Held : [];
        text.Resume(changes, held.ToImmutableDictionary(
            file => file.Path, file => new HeldText(run.Text(file.Before), run.Text(file.After)), PathIdentity.Comparer));
        var byFile = changes.SelectMany(change => change).ToLookup(file => file.Path, PathIdentity.Comparer);
        services.Buffers.Resume(Published(run, byFile));
    }

    /// <summary>
    /// The client has told by now which files are open: of all others the disk counts, whatever the program was given.
    /// </summary>
    public void Settle(LostRun run)
    {
        if (!services.Options.ExternalEdits)
        {
            return;
        }

        var published = services.Buffers.Snapshot.Texts;
        foreach (var path in run.Baseline.Texts.Keys.Union(published.Keys, PathIdentity.Comparer).Where(path => IsEdited(path) && !services.Buffers.IsOpen(path)))
        {
            var disk = SourceFiles.Read(path);
            if (disk != (published.TryGetValue(path, out var text) ? text : run.Baseline.Texts.GetValueOrDefault(path)))
            {
                services.Buffers.ChangeOnDisk(path, disk);
            }
        }
    }

    IEnumerable<KeyValuePair<string, string?>> Published(LostRun run, ILookup<string, ChangedText> changes)
    {
        foreach (var path in run.Baseline.Texts.Keys.Union(changes.Select(file => file.Key), PathIdentity.Comparer).Where(IsEdited))
        {
            var baseline = run.Baseline.Texts.GetValueOrDefault(path);
            var running = changes.Contains(path) ? changes[path].Last().After : baseline;
            var known = changes[path].SelectMany(file => new[] { file.Before, file.After }).Append(baseline);
            var disk = SourceFiles.Read(path);

            // The disk has what was saved last, or an older text than the program, which was given text that was not saved.
            var published = known.Contains(disk) ? running : disk;
            if (changes.Contains(path) || published != baseline)
            {
                yield return KeyValuePair.Create(path, published);
            }
        }
    }

    /// <summary>What a build has written is nobody's edit.</summary>
    bool IsEdited(string path) =>
        SourceFiles.IsSource(path) && !SourceFiles.IsOutput(Path.GetRelativePath(plans.Current.ProjectFolder, path));
}
