namespace HotReload.Lsp.Protocol;

/// <summary>The names of the methods beyond LSP; docs/protocol.md describes each.</summary>
public static class Methods
{
    public const string Start = "hotReload/start";
    public const string Stop = "hotReload/stop";
    public const string Restart = "hotReload/restart";
    public const string Apply = "hotReload/apply";
    public const string Rollback = "hotReload/rollback";
    public const string Snapshots = "hotReload/snapshots";
    public const string TakeSnapshot = "hotReload/takeSnapshot";
    public const string RestoreSnapshot = "hotReload/restoreSnapshot";
    public const string State = "hotReload/state";
    public const string Pause = "hotReload/pause";
    public const string Resume = "hotReload/resume";
    public const string SetMode = "hotReload/setMode";
    public const string Sessions = "hotReload/sessions";
    public const string Projects = "hotReload/projects";
    public const string Document = "hotReload/document";
    public const string Recoveries = "hotReload/recoveries";
    public const string CollectDiagnostics = "hotReload/collectDiagnostics";
    public const string Input = "hotReload/input";
    public const string Status = "hotReload/status";
    public const string Result = "hotReload/result";
    public const string Called = "hotReload/called";
    public const string Forecast = "hotReload/forecast";
    public const string Event = "hotReload/event";
    public const string Exception = "hotReload/exception";
    public const string Output = "hotReload/output";
    public const string Page = "hotReload/page";
    public const string RunInTerminal = "hotReload/runInTerminal";
}
