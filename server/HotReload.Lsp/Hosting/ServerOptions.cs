using HotReload.Core.Pipeline;
using HotReload.Core.Recovery;
using HotReload.Core.State;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Hosting;

/// <summary>What the client set for the whole server, by <c>initialize</c> first and by a changed configuration later.</summary>
internal sealed class ServerOptions
{
    /// <summary>The longest debounce that is taken, in milliseconds.</summary>
    public const int MaxDebounce = 10_000;

    /// <summary>The shortest search for objects that is taken, in milliseconds.</summary>
    public const int MinSearch = 10;

    /// <summary>The longest search for objects that is taken, in milliseconds.</summary>
    public const int MaxSearch = 60_000;

    static readonly TimeSpan s_typeDebounce = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan s_saveDebounce = TimeSpan.FromMilliseconds(10);

    /// <summary>What the client said last.</summary>
    public InitializationOptions Given { get; private set; } = new();

    public ReloadMode Mode { get; private set; } = ReloadMode.Save;

    /// <summary>The pause in typing that makes a reload.</summary>
    public TimeSpan DebounceOnType { get; private set; } = s_typeDebounce;

    /// <summary>
    /// How long an error is kept back after a save, as the next save of the same action may mend it. A reload without errors
    /// does not wait at all.
    /// </summary>
    public TimeSpan DebounceOnSave { get; private set; } = s_saveDebounce;

    /// <summary>Whether files that are not open count when they change on disk.</summary>
    public bool ExternalEdits { get; private set; } = true;

    /// <summary>Who restarts the program when a change needs it.</summary>
    public RestartPolicy Restart { get; private set; } = RestartPolicy.Ask;

    /// <summary>Whether the compiler's errors are published as diagnostics.</summary>
    public bool CompilerDiagnostics { get; private set; } = true;

    /// <summary>What becomes of fields that a delta adds, in objects that exist already.</summary>
    public NewFieldsPolicy NewFields { get; private set; } = NewFieldsPolicy.Initialize;

    /// <summary>The longest that a program looks for those objects.</summary>
    public TimeSpan NewFieldsBudget { get; private set; } = PipelineOptions.Default.NewFieldsBudget;

    /// <summary>What happens when the program throws in a member that the last reload has changed.</summary>
    public RollbackPolicy RollbackOnException { get; private set; } = RollbackPolicy.Ask;

    /// <summary>What pages of web programs are to be like.</summary>
    public BrowserOptions Browser { get; private set; } = new();

    /// <summary>Whether text is compiled while it is typed.</summary>
    public bool Speculate { get; private set; } = true;

    /// <summary>Whether a program that was started before is got ready before its next start.</summary>
    public bool Prepare { get; private set; } = true;

    /// <summary>What of a program's state goes over a restart.</summary>
    public StateOnRestart StateOnRestart { get; private set; } = StateOnRestart.Marked;

    /// <summary>Takes all settings; what is left out is the default again.</summary>
    public void Take(InitializationOptions options)
    {
        Given = options;
        Mode = options.Mode ?? ReloadMode.Save;
        DebounceOnType = Limit(options.DebounceOnType, s_typeDebounce);
        DebounceOnSave = Limit(options.DebounceOnSave, s_saveDebounce);
        ExternalEdits = options.ExternalEdits ?? true;
        Restart = options.Restart ?? RestartPolicy.Ask;
        CompilerDiagnostics = options.CompilerDiagnostics ?? true;
        NewFields = options.NewFields ?? NewFieldsPolicy.Initialize;
        NewFieldsBudget = options.NewFieldsBudget is { } budget
            ? TimeSpan.FromMilliseconds(Math.Clamp(budget, MinSearch, MaxSearch))
            : PipelineOptions.Default.NewFieldsBudget;
        RollbackOnException = options.RollbackOnException ?? RollbackPolicy.Ask;
        Browser = options.Browser ?? new();
        Speculate = options.Speculate ?? true;
        Prepare = options.Prepare ?? true;
        StateOnRestart = options.StateOnRestart ?? StateOnRestart.Marked;
    }

    static TimeSpan Limit(int? milliseconds, TimeSpan otherwise) =>
        milliseconds is { } value ? TimeSpan.FromMilliseconds(Math.Clamp(value, 0, MaxDebounce)) : otherwise;
}
