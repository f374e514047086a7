using HotReload.Core.Buffers;

namespace HotReload.Lsp.Workspace;

/// <summary>What the files that say how a program is built said when it was built.</summary>
/// <param name="read">Reads a file; null where there is none.</param>
internal sealed class BuildFiles(Func<string, string?> read)
{
    readonly Lock _gate = new();
    readonly Dictionary<string, string?> _built = new(PathIdentity.Comparer);

    /// <summary>A build begins: what the files say now is what it is made from.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            foreach (var path in _built.Keys.ToList())
            {
                _built[path] = read(path);
            }
        }
    }

    /// <summary>These files have part in the build that was just made.</summary>
    public void Add(IEnumerable<string> paths)
    {
        lock (_gate)
        {
            foreach (var path in paths)
            {
                _built.TryAdd(path, read(path));
            }
        }
    }

    /// <summary>
    /// Whether something that happened to a file makes the program another one. Writing the same text again does not, nor does
    /// a project that the program is not made of; an import that nobody knew of may.
    /// </summary>
    public bool IsChange(string path)
    {
        lock (_gate)
        {
            if (_built.TryGetValue(path, out var built))
            {
                return !string.Equals(built, read(path), StringComparison.Ordinal);
            }

            if (SourceFiles.IsProjectItself(path))
            {
                return false;
            }

            _built[path] = read(path);
            return true;
        }
    }

    /// <summary>The first file that says something else than in the build; null where none does.</summary>
    public string? FindChanged()
    {
        lock (_gate)
        {
            return _built.FirstOrDefault(file => !string.Equals(file.Value, read(file.Key), StringComparison.Ordinal)).Key;
        }
    }
}
