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
    volatile bool _isTaking;

    enum Stage
    {
        Building,
        Running,
        Failed,
    }

    /// <summary>
    /// References were added to the program's projects, and nothing else has changed. Whoever hears it answers by <see cref="Take"/> or
    /// <see cref="Refuse"/>; until then nothing is said of the files.
    /// </summary>
    public event Action? ReferencesAdded;

    /// <summary>
    /// Whether the files say something else by now than what the program was built from: it must be evaluated and built again.
    /// They are looked at anew: watchers miss changes.
    /// </summary>
    public bool IsStale => files.IsStale;

    /// <summary>What the program waits for a restart with, in a sentence; null where the last build and start are current.</summary>
    public string? Reason => _reason;

    /// <summary>The program is about to be built and started.</summary>
    public void Begin()
    {
        _stage = Stage.Building;
        _reason = null;
        (_isHeld, _isTaking) = (false, false);
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
        if (_stage == Stage.Building || _isTaking)
        {
            return;
        }

        if (!IsChange(path))
        {
            TakeBack();
            return;
        }

        if (_stage == Stage.Running && TakeWithoutBuild())
        {
            return;
        }

        Ask();
    }

    /// <summary>What was added: the files, with what they say.</summary>
    public ImmutableDictionary<string, string?> FindTexts() => files.FindTexts();

    /// <summary>The program has what was added.</summary>
    /// <param name="texts">What the files said when it was looked at.</param>
    /// <param name="buildFiles">See <see cref="Run"/>.</param>
    /// <param name="products">See <see cref="Run"/>.</param>
    public void Take(ImmutableDictionary<string, string?> texts, ImmutableArray<string> buildFiles, ImmutableArray<string> products)
    {
        files.Add(buildFiles);
        files.Take(texts);
        files.TakeProducts(products);
        (_isTaking, _reason) = (false, null);
        Release();
        if (!files.FindChanged().IsEmpty && !TakeWithoutBuild())
        {
            Ask();
        }
    }

    /// <summary>Only a build takes in what was added.</summary>
    /// <param name="products">What was restored in the attempt: where it is taken back, that is no change by itself.</param>
    public void Refuse(ImmutableArray<string> products)
    {
        files.TakeProducts(products);
        _isTaking = false;
        Ask();
    }

    void Ask()
    {
        _reason = FindReason();
        if (_stage == Stage.Running && _reason is { } reason)
        {
            status.Enter(SessionState.RestartRequired, reason);
        }

        restarts.ProjectChanged();
    }

    /// <summary>What is said otherwise and means the same, and references that the program may take while it runs.</summary>
    bool TakeWithoutBuild()
    {
        var texts = files.FindTexts();
        switch (_isPlanOutdated ? ProjectFileDifference.Anything : files.Compare(texts))
        {
            case ProjectFileDifference.Nothing:
                files.Take(texts);
                TakeBack();
                return true;
            case ProjectFileDifference.AddedReferences when CanTake && ReferencesAdded is { } added:
                _isTaking = true;
                added();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Where the program does not run, or waits for a restart for other reasons, a build comes anyway.</summary>
    bool CanTake => status.Current switch
    {
        { State: SessionState.Warming or SessionState.Ready or SessionState.Compiling or SessionState.Applying or SessionState.Held } => true,
        { State: SessionState.RestartRequired } current => current.Message == _reason,
        _ => false,
    };

    bool IsChange(string path) => SourceFiles.IsLaunchSettings(path) ? _isPlanOutdated = plans.IsOutdated : files.IsChange(path);

    /// <summary>What asked for a restart, or kept it back, may have been undone.</summary>
    void TakeBack()
    {
        if (_stage != Stage.Running || _reason is not { } before || (_reason = FindReason()) is not null)
        {
            return;
        }

        var wasHeld = _isHeld;
        Release();
        status.Change(status => status.Message == before || (wasHeld && status.State == SessionState.Held)
            ? status with { State = SessionState.Ready, Message = "" }
            : status);
    }

    /// <summary>What kept the program from being built is gone.</summary>
    void Release()
    {
        if (_isHeld)
        {
            _isHeld = false;
            diagnostics.Show([]);
        }
    }

    void Outrun()
    {
        _reason = FindReason();
        if (_reason is not null)
        {
            restarts.Outrun();
        }
    }

    /// <summary>What a restore writes follows from what the user has written.</summary>
    ImmutableArray<string> FindNamed() => files.FindChanged() is var changed && changed.RemoveAll(BuildFileText.IsRestore) is { IsEmpty: false } written ? written : changed;

    string? FindReason() => FindNamed() switch
    {
        [] => _isPlanOutdated ? "The launch profile changed; the program is started with it at a restart." : null,
        [var only] => $"{(SourceFiles.IsProgram(only) ? "The directives of " : "")}{Path.GetFileName(only)} changed; the program is rebuilt with it at a restart.",
        var several => $"{string.Join(", ", several.Select(Path.GetFileName).Distinct())} changed; the program is rebuilt with them at a restart.",
    };
}
