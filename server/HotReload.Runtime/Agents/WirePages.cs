using HotReload.Agent.Contract;
using HotReload.Core.Ports;

namespace HotReload.Runtime.Agents;

/// <summary>Between the core's records of pages and those of the wire.</summary>
static class WirePages
{
    public static AgentPageSetup From(PageSetup setup) => new(setup.Token, setup.Hosts, setup.Overlay, setup.Morph, setup.Indicator);

    public static AgentPageState From(PageState state) => new(
        state.State, state.Message,
        [.. state.Problems.Select(problem => new AgentPageProblem(
            problem.Code, problem.Message, problem.File ?? "", problem.Range.Start.Line, problem.Range.Start.Character))]);

    public static AgentAsset From(AssetUpdate update) =>
        new(update.Routes, Path.GetFileName(update.File), update.Kind.ToString().ToLowerInvariant(), update.Text);

    /// <summary>What happened in a page; null where this server knows no such thing.</summary>
    public static PageNotice? ToCore(AgentPageEvent happened) => KindOf(happened.Kind) is { } kind
        ? new(kind, happened.Page, happened.Path, happened.Action, happened.Nodes, happened.Milliseconds, happened.Message, new(happened.Line, happened.Character))
        : null;

    static PageNoticeKind? KindOf(string kind) => kind switch
    {
        AgentPageEvent.Connected => PageNoticeKind.Connected,
        AgentPageEvent.Left => PageNoticeKind.Left,
        AgentPageEvent.Report => PageNoticeKind.Report,
        AgentPageEvent.Open => PageNoticeKind.Open,
        AgentPageEvent.Warning => PageNoticeKind.Warning,
        _ => null,
    };
}
