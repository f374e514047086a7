using HotReload.Core.Buffers;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>Watches the files that make a program, which may lie elsewhere after a restart.</summary>
/// <param name="watch">Begins a watch.</param>
internal sealed class SessionWatch(Func<SourcePlaces, IDisposable> watch) : IDisposable
{
    SourcePlaces _places = new([], [], []);
    IDisposable? _watch;

    /// <summary>Watches these places from now on.</summary>
    public void Follow(SourcePlaces places)
    {
        if (IsSame(_places.Projects, places.Projects) && IsSame(_places.Named, places.Named) && IsSame(_places.Inputs, places.Inputs))
        {
            return;
        }

        // The new watch begins before the old one ends: nothing is missed in between.
        var before = _watch;
        (_places, _watch) = (places, watch(places));
        before?.Dispose();
    }

    public void Dispose() => _watch?.Dispose();

    static bool IsSame(IEnumerable<string> paths, IEnumerable<string> others) => paths.Order().SequenceEqual(others.Order(), PathIdentity.Comparer);
}
