using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>What the files that say how a program is built said when the program that runs was built.</summary>
/// <param name="read">What counts of a file; null where there is none.</param>
internal sealed class BuildFiles(Func<string, string?> read)
{
    /// <summary>Stands for the text of a file that nobody has read before: no file says this.</summary>
    const string Unknown = "\0";

    readonly Lock _gate = new();
    ImmutableDictionary<string, string?> _built = ImmutableDictionary.Create<string, string?>(PathIdentity.Comparer);
    ImmutableDictionary<string, string?> _taken = ImmutableDictionary.Create<string, string?>(PathIdentity.Comparer);
    (ImmutableDictionary<string, string?> Built, ImmutableDictionary<string, string?> Taken)? _before;
    ImmutableHashSet<string> _lacking = ImmutableHashSet.Create<string>(PathIdentity.Comparer);

    /// <summary>A build begins: what the files say now is what it is made from.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            _before = (_built, _taken);
            _taken = _taken.Clear();
            _lacking = _lacking.Clear();
            _built = _built.ToImmutableDictionary(file => file.Key, file => read(file.Key), PathIdentity.Comparer);
        }
    }

    /// <summary>That build failed, and what runs is still from the one before.</summary>
    public void Revert()
    {
        lock (_gate)
        {
            (_built, _taken) = _before ?? (_built, _taken);
        }
    }

    /// <summary>What the program has of the files by now without having been built with it.</summary>
    /// <param name="texts">What they said when it was taken; <see cref="FindTexts"/>.</param>
    public void Take(IEnumerable<KeyValuePair<string, string?>> texts)
    {
        lock (_gate)
        {
            _taken = _taken.SetItems(texts);
        }
    }

    /// <summary>These files were written by what was done for that.</summary>
    public void TakeProducts(IEnumerable<string> paths) => Take(paths.Select(path => KeyValuePair.Create(path, read(path))));

    /// <summary>The build that was made last did not have this file, and the next one will.</summary>
    public void Lack(string path)
    {
        lock (_gate)
        {
            _lacking = _lacking.Add(path);
        }
    }

    /// <summary>These files have part in the build that was just made.</summary>
    public void Add(IEnumerable<string> paths)
    {
        lock (_gate)
        {
            foreach (var path in paths.Where(path => !_built.ContainsKey(path)))
            {
                _built = _built.Add(path, read(path));
            }
        }
    }

    /// <summary>These files were written by the build that was just made.</summary>
    public void AddProducts(IEnumerable<string> paths)
    {
        lock (_gate)
        {
            foreach (var path in paths)
            {
                _built = _built.SetItem(path, read(path));
            }
        }
    }

    /// <summary>
    /// Whether something that happened to a file makes the program another one. Writing the same text again does not, nor does
    /// what the program is not made of; an import that nobody knew of may.
    /// </summary>
    public bool IsChange(string path)
    {
        lock (_gate)
        {
            if (!_taken.TryGetValue(path, out var built) && !_built.TryGetValue(path, out built))
            {
                if (!BuildFileScope.Reads(_built.Keys, path))
                {
                    return false;
                }

                // What is looked for by its name would have been found: it was not there.
                _built = _built.Add(path, built = BuildFileScope.IsInherited(path) ? null : Unknown);
            }

            return !string.Equals(built, read(path), StringComparison.Ordinal);
        }
    }

    /// <summary>Whether the files say something else than in the build, whatever of it the program has.</summary>
    public bool IsStale => _lacking.Any(path => read(path) is not null) || _built.Any(file => !string.Equals(file.Value, read(file.Key), StringComparison.Ordinal));

    /// <summary>The files that say something which the program does not have.</summary>
    public ImmutableArray<string> FindChanged()
    {
        var (known, lacking) = (_built.SetItems(_taken), _lacking);
        return
        [
            .. known.Where(file => !string.Equals(file.Value, read(file.Key), StringComparison.Ordinal)).Select(file => file.Key)
                .Concat(lacking.Where(path => read(path) is not null))
                .Order(PathIdentity.Comparer),
        ];
    }

    /// <summary>What those files say.</summary>
    public ImmutableDictionary<string, string?> FindTexts() => FindChanged().ToImmutableDictionary(path => path, read, PathIdentity.Comparer);

    /// <summary>How far the change of some files reaches. What a restore writes follows from what it reads.</summary>
    public ProjectFileDifference Compare(IEnumerable<KeyValuePair<string, string?>> texts)
    {
        var known = _built.SetItems(_taken);
        return _lacking.IsEmpty
            ? texts.Where(file => !BuildFileText.IsRestore(file.Key))
                .Select(file => ProjectFileComparison.Compare(known.GetValueOrDefault(file.Key), file.Value))
                .DefaultIfEmpty(ProjectFileDifference.Anything).Max()
            : ProjectFileDifference.Anything;
    }
}
