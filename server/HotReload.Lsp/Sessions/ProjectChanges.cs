using System.Collections.Immutable;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>Says that a restart is needed when a file that says how the program is built no longer says what it said then.</summary>
internal sealed class ProjectChanges(BuildFiles files, SessionStatus status, AutoRestart restarts)
{
    volatile Stage _stage;
    volatile bool _isStale;

    enum Stage
    {
        Building,
        Running,
        Failed,
    }

    /// <summary>Whether the program was built from files that say something else by now: it must be evaluated and built again.</summary>
    public bool IsStale => _isStale;

    /// <summary>The program is about to be built and started.</summary>
    public void Begin()
    {
        _stage = Stage.Building;
        _isStale = false;
        files.Renew();
    }

    /// <summary>The program could not be built or started.</summary>
    public void Fail() => _stage = Stage.Failed;

    /// <summary>The program runs.</summary>
    /// <param name="buildFiles">Full paths of the files that say how it is built.</param>
    public void Run(ImmutableArray<string> buildFiles)
    {
        files.Add(buildFiles);
        _stage = Stage.Running;

        // Whether the user wrote it meanwhile or the build did, nobody knows: it is said, but no restart follows by itself. A build
        // that writes what it is made from would be made for ever.
        if (files.FindChanged() is { } path)
        {
            _isStale = true;
            RequireRestart(path);
            restarts.Outrun();
        }
    }

    /// <summary>Something happened to a file on disk.</summary>
    public void Touch(string path)
    {
        if (_stage == Stage.Building || !files.IsChange(path))
        {
            return;
        }

        _isStale = true;
        if (_stage == Stage.Running)
        {
            RequireRestart(path);
        }

        restarts.ProjectChanged();
    }

    void RequireRestart(string path) => status.Enter(
        SessionState.RestartRequired, $"{Path.GetFileName(path)} changed; the program is rebuilt with it at a restart.");
}
