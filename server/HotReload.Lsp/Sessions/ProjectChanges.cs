using System.Collections.Immutable;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Reporting;
using HotReload.Lsp.Workspace;

namespace HotReload.Lsp.Sessions;

/// <summary>
/// Says that a restart is needed when a file that says how the program is built or started no longer says what it said then.
/// </summary>
internal sealed class ProjectChanges(BuildFiles files, SessionPlans plans, SessionStatus status, DiagnosticsPublisher diagnostics, AutoRestart restarts)
{
    volatile Stage _stage;
    volatile string? _reason;
    volatile bool _isPlanOutdated;
    volatile bool _isHeld;

    enum Stage
    {
        Building,
        Running,
        Failed,
    }

    /// <summary>
    /// Whether the files say something else by now than what the program was built from: it must be evaluated and built again.
    /// They are looked at anew: watchers miss changes.
    /// </summary>
    public bool IsStale => !files.FindChanged().IsEmpty;

    /// <summary>What the program waits for a restart with, in a sentence; null where the last build and start are current.</summary>
    public string? Reason => _reason;

    /// <summary>The program is about to be built and started.</summary>
    public void Begin()
    {
        _stage = Stage.Building;
        _reason = null;
        _isHeld = false;
        files.Renew();
    }

    /// <summary>The program could not be built or started.</summary>
    public void Fail() => _stage = Stage.Failed;

    /// <summary>The program could not be built anew; the one before runs on.</summary>
    public void Hold()
    {
        files.Revert();
        _isHeld = true;
        _stage = Stage.Running;
        Outrun();
    }

    /// <summary>The program runs.</summary>
    /// <param name="buildFiles">Full paths of the files that say how it is built.</param>
    /// <param name="products">Full paths of the files that the build itself writes and reads.</param>
    public void Run(ImmutableArray<string> buildFiles, ImmutableArray<string> products)
    {
        files.Add(buildFiles);
        files.AddProducts(products);
        _isPlanOutdated = false;
        _stage = Stage.Running;

        // Whether the user wrote it meanwhile or the build did, nobody knows: it is said, but no restart follows by itself. A build
        // that writes what it is made from would be made for ever.
        Outrun();
        if (_reason is { } reason)
        {
            status.Enter(SessionState.RestartRequired, reason);
        }
    }

    /// <summary>The last build did not have a file that the program needs. Whoever ends the reload that has found it says so.</summary>
    public void Lack(string path)
    {
        files.Lack(path);
        Outrun();
    }

    /// <summary>Something happened to a file on disk.</summary>
    public void Touch(string path)
    {
        if (_stage == Stage.Building)
        {
            return;
        }

        if (!IsChange(path))
        {
            TakeBack();
            return;
        }

        _reason = FindReason();
        if (_stage == Stage.Running && _reason is { } reason)
        {
            status.Enter(SessionState.RestartRequired, reason);
        }

        restarts.ProjectChanged();
    }

    bool IsChange(string path) => SourceFiles.IsLaunchSettings(path) ? _isPlanOutdated = plans.IsOutdated : files.IsChange(path);

    /// <summary>What asked for a restart, or kept it back, may have been undone.</summary>
    void TakeBack()
    {
        if (_stage != Stage.Running || _reason is not { } before || (_reason = FindReason()) is not null)
        {
            return;
        }

        if (_isHeld)
        {
            diagnostics.Show([]);
        }

        status.Change(status => status.Message == before || (_isHeld && status.State == SessionState.Held)
            ? status with { State = SessionState.Ready, Message = "" }
            : status);
        _isHeld = false;
    }

    void Outrun()
    {
        _reason = FindReason();
        if (_reason is not null)
        {
            restarts.Outrun();
        }
    }

    string? FindReason() => files.FindChanged() switch
    {
        [] => _isPlanOutdated ? "The launch profile changed; the program is started with it at a restart." : null,
        [var only] => $"{(SourceFiles.IsProgram(only) ? "The directives of " : "")}{Path.GetFileName(only)} changed; the program is rebuilt with it at a restart.",
        var several => $"{string.Join(", ", several.Select(Path.GetFileName).Distinct())} changed; the program is rebuilt with them at a restart.",
    };
}
