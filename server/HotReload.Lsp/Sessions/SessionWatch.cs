using HotReload.Core.Buffers;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>Watches the files that make a program, which may lie elsewhere after a restart.</summary>
/// <param name="watch">Begins a watch of files that are read since some time.</param>
/// <param name="time">The clock of that time, which is that of the files.</param>
internal sealed class SessionWatch(Func<SourcePlaces, DateTimeOffset, IDisposable> watch, TimeProvider time) : IDisposable
{
    DateTimeOffset _since = time.GetUtcNow();
    SourcePlaces _places = new([], [], []);
    IDisposable? _watch;

    /// <summary>The files are about to be read again; where they lie is not known before that.</summary>
    public void Begin() => _since = time.GetUtcNow();

    /// <summary>Watches these places from now on.</summary>
    public void Follow(SourcePlaces places)
    {
        if (IsSame(_places.Projects, places.Projects) && IsSame(_places.Named, places.Named) && IsSame(_places.Inputs, places.Inputs))
        {
            return;
        }

        // The new watch begins before the old one ends: nothing is missed in between.
        var before = _watch;
        (_places, _watch) = (places, watch(places, _since));
        before?.Dispose();
    }

    public void Dispose() => _watch?.Dispose();

    static bool IsSame(IEnumerable<string> paths, IEnumerable<string> others) => paths.Order().SequenceEqual(others.Order(), PathIdentity.Comparer);
}
