using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>The bases that the program has been seen to take off its paths. They are taken off further in than we can see.</summary>
sealed class PathBases
{
    readonly ConcurrentDictionary<string, byte> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes the base that a request has by now.</summary>
    public void Note(PathString pathBase)
    {
        if (pathBase.HasValue)
        {
            _seen.TryAdd(pathBase.Value, 0);
        }
    }

    /// <summary>A path as the program may see it: as it is, and without each of the bases.</summary>
    public IEnumerable<PathString> Strip(PathString path) =>
        _seen.Keys.Select(known => path.StartsWithSegments(known, out var rest) ? rest : path).Prepend(path);
}
