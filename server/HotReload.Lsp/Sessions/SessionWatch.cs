using System.Collections.Immutable;
using HotReload.Core.Buffers;

namespace HotReload.Lsp.Sessions;

/// <summary>Watches the folders of the projects that make a program, which may be others after a restart.</summary>
/// <param name="watch">Begins a watch of projects, by their full paths; null where somebody else watches.</param>
internal sealed class SessionWatch(Func<ImmutableArray<string>, IDisposable?> watch) : IDisposable
{
    ImmutableArray<string> _projects = [];
    IDisposable? _watch;

    /// <summary>Watches these projects from now on.</summary>
    public void Follow(ImmutableArray<string> projectFiles)
    {
        if (_projects.Order().SequenceEqual(projectFiles.Order(), PathIdentity.Comparer))
        {
            return;
        }

        // The new watch begins before the old one ends: nothing is missed in between.
        var before = _watch;
        (_projects, _watch) = (projectFiles, watch(projectFiles));
        before?.Dispose();
    }

    public void Dispose() => _watch?.Dispose();
}
