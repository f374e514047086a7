using System.Collections.Immutable;
using System.Text;
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
    Solution _loaded;
    NewFiles _newFiles;
    ImmutableDictionary<string, string?> _laid = Snapshot.Empty.Texts;

    public SolutionOverlay(Solution loaded, NewFiles newFiles)
    {
        Current = _loaded = loaded;
        _newFiles = newFiles;
    }

    /// <summary>The loaded solution with the newest snapshot on top.</summary>
    public Solution Current { get; private set; }

    /// <summary>Files in a project's folder that only an evaluation of the project could take in: new views.</summary>
    public ImmutableHashSet<string> Unplaced { get; private set; } = ImmutableHashSet.Create<string>(PathIdentity.Comparer);

    /// <summary>Projects or references are added to the loaded solution; texts stay as they are laid.</summary>
    public void Grow(Func<Solution, Solution> grow)
    {
        (Current, _loaded) = (grow(Current), grow(_loaded));
        _newFiles = new(_loaded);
    }

    /// <summary>Whether a file is, or would become, part of a loaded project where it lies. Safe to ask from any thread.</summary>
    public bool Owns(string path) => !TextPinning.FindIds(_loaded, path).IsEmpty || _newFiles.Own(path);

    /// <summary>Whether a snapshot says nothing that the solution does not say already.</summary>
    public bool Has(Snapshot snapshot) =>
        _laid.Keys.All(snapshot.Texts.ContainsKey) && snapshot.Texts.All(file => Has(file.Key, file.Value));

    /// <summary>Lays a snapshot over the solution, taking back what an earlier one had and this one has not.</summary>
    public Solution Lay(Snapshot snapshot)
    {
        foreach (var (path, text) in snapshot.Texts)
        {
            if (!_laid.TryGetValue(path, out var before) || !ReferenceEquals(before, text))
            {
                Current = text is null ? RemoveFile(path) : DormantGenerators.Wake(SetFile(path, text), path, text);
            }
        }

        foreach (var path in _laid.Keys.Where(path => !snapshot.Texts.ContainsKey(path)))
        {
            Current = TakeBack(path);
        }

        _laid = snapshot.Texts;
        return Current;
    }

    bool Has(string path, string? text)
    {
        var documents = TextPinning.FindIds(Current, path).Select(id => TextPinning.Find(Current, id)).ToList();
        return documents.Count == 0
            ? text is null || !_newFiles.Takes(path)
            : text is not null && documents.TrueForAll(document => document?.TryGetText(out var old) == true && TextChanges.Replace(old, text) == old);
    }

    Solution SetFile(string path, string text)
    {
        var solution = Current;
        var ids = TextPinning.FindIds(solution, path);
        if (ids.IsEmpty)
        {
            return AddFile(path, text);
        }

        foreach (var id in ids)
        {
            // A file that could not be read when it was loaded has no text before.
            var old = TextPinning.Find(solution, id)?.TryGetText(out var read) == true ? read : SourceText.From("", Encoding.UTF8);
            solution = TextPinning.SetText(solution, id, TextChanges.Replace(old, text));
        }

        return solution;
    }

    Solution AddFile(string path, string text)
    {
        if (Restore(path) is var restored && restored != Current)
        {
            // It was deleted and is there again: the same document, for the compiler too.
            Current = restored;
            return SetFile(path, text);
        }

        if (_newFiles.Add(Current, path, text) is { } grown)
        {
            return grown;
        }

        if (Path.GetExtension(path) is ".razor" or ".cshtml" && _newFiles.Own(path))
        {
            Unplaced = Unplaced.Add(path);
        }

        return Current;
    }

    Solution RemoveFile(string path)
    {
        var solution = Current;
        Unplaced = Unplaced.Remove(path);
        foreach (var id in TextPinning.FindIds(solution, path))
        {
            solution = solution.ContainsDocument(id) ? solution.RemoveDocument(id)
                : solution.ContainsAdditionalDocument(id) ? solution.RemoveAdditionalDocument(id)
                : solution;
        }

        return solution;
    }

    /// <summary>Gives a file the text with which it was loaded, bringing it back where it was deleted; one that was not there goes.</summary>
    Solution TakeBack(string path) => TextPinning.FindIds(_loaded, path).IsEmpty ? RemoveFile(path) : Restore(path);

    /// <summary>Gives a file the text with which it was loaded, bringing it back where it was deleted.</summary>
    Solution Restore(string path)
    {
        var solution = Current;
        foreach (var id in TextPinning.FindIds(_loaded, path))
        {
            if (TextPinning.Find(_loaded, id) is not { } document || !document.TryGetText(out var text))
            {
                continue;
            }

            solution = TextPinning.Find(solution, id) is not null ? TextPinning.SetText(solution, id, text)
                : document is Document source ? TextPinning.Add(solution, id, source.Name, text, path, source.Folders)
                : TextPinning.SetText(solution.AddAdditionalDocument(id, document.Name, text, document.Folders, path), id, text);
        }

        return solution;
    }
}
