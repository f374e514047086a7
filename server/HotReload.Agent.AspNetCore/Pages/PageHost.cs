using System.Collections.Concurrent;
using System.Net.WebSockets;
using HotReload.Agent.AspNetCore.Assets;
using HotReload.Agent.AspNetCore.Browsers;
using HotReload.Agent.AspNetCore.Sockets;
using HotReload.Agent.AspNetCore.Views;
using HotReload.Agent.Contract;
using HotReload.Agent.Pages;

namespace HotReload.Agent.AspNetCore.Pages;

/// <summary>The program's open pages, as the agent sees them.</summary>
sealed class PageHost(AgentPages agent, PageRegistry registry, AssetOverrides overrides, BrowserDeltas deltas, PageSockets sockets) : IPageHost
{
    readonly TaskCompletionSource<AgentPageSetup> _setup = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ConcurrentDictionary<string, byte> _warned = new();
    readonly PageUpdates _updates = new();
    readonly IdleHandlers _idle = new();
    volatile AgentPageSetup? _current;
    volatile AgentPageState _state = new("ready", "", []);

    /// <summary>What pages are to be like; null before the server has said.</summary>
    public AgentPageSetup? Setup => _current;

    /// <summary>Names this run of the program: a page that knows another one has missed a restart.</summary>
    public string Run { get; } = PageRegistry.NewId();

    /// <summary>What pages are to be like; waits for the server's first word, which is on its way. Null where the request is given up.</summary>
    public async ValueTask<AgentPageSetup?> SetUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _current ?? await _setup.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void SetUp(AgentPageSetup setup)
    {
        _current = setup;
        _setup.TrySetResult(setup);
        sockets.Send(PageMessages.Setup(setup));
    }

    /// <inheritdoc/>
    public int ChangeAssets(IReadOnlyList<AgentAsset> assets)
    {
        overrides.Take(assets);
        var update = _updates.Add(assets);
        return sockets.Send(PageMessages.Assets(update, assets));
    }

    /// <inheritdoc/>
    public bool RunsInBrowsers(string assembly) => deltas.AreTaken && deltas.Concern(assembly);

    /// <inheritdoc/>
    public int ChangeInBrowsers(AgentGeneration generation)
    {
        var changed = deltas.Of(generation);
        if (changed.Count > 0 && deltas.AreTaken)
        {
            var change = deltas.Add(changed);
            return sockets.Send(PageMessages.Change(_updates.Add(change), change));
        }

        foreach (var delta in changed)
        {
            WarnOnce($"Browsers run {delta.AssemblyName}, as WebAssembly, without the SDK's agent, which builds as Debug for .NET 10 and later have: pages get its changes from a restart.");
        }

        return 0;
    }

    /// <inheritdoc/>
    public int ChangeCode(Type[] types)
    {
        var change = new ViewChange(types);
        var update = _updates.Add(change);
        return _current is { Morph: true }
            ? sockets.Send(PageMessages.Morph(update), page => change.Concerns(registry.Find(page.Id)))
            : 0;
    }

    /// <inheritdoc/>
    public ISet<string> FindIdleHandlers(Type[] types) => _idle.Find(types);

    /// <inheritdoc/>
    public void Show(AgentPageState state)
    {
        _state = state;
        sockets.Send(PageMessages.State(state));
    }

    /// <summary>Talks to a page that has connected, until it goes or the program ends.</summary>
    public async Task RunAsync(WebSocket socket, CancellationToken aborted)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, sockets.End);
        var page = new PageSocket(socket);
        if (await page.ReadAsync(end.Token) is not { } first || PageMessages.ReadHello(first) is not { } hello)
        {
            return;
        }

        page.Introduce(hello);
        Welcome(page);
        var sending = page.SendAllAsync(end.Token);
        while (await page.ReadAsync(end.Token) is { } message)
        {
            if (PageMessages.ReadEvent(message, page.Id, page.Path) is { } happened)
            {
                agent.Tell(happened);
            }
        }

        sockets.Remove(page);
        page.Close();
        await sending;
        agent.Tell(AgentPageEvent.Of(AgentPageEvent.Left, page.Id, page.Path));
    }

    /// <summary>A page has connected: it is told how things stand, and what it has missed.</summary>
    void Welcome(PageSocket page)
    {
        agent.Tell(AgentPageEvent.Of(AgentPageEvent.Connected, page.Id, page.Path));

        // First: what comes between is then sent twice, which does no harm, and never not at all.
        sockets.Add(page);
        var missed = page.Run == Run ? _updates.Since(page.Seen, registry.Find(page.Id)) : PageMissed.Everything;
        page.Send(PageMessages.Welcome(Run, _updates.Last, _current!, _state, missed));
    }

    /// <summary>Has the editor tell its user something about pages, once.</summary>
    public void WarnOnce(string message)
    {
        if (_warned.TryAdd(message, 0))
        {
            agent.Tell(AgentPageEvent.Of(AgentPageEvent.Warning, "", "", message));
        }
    }
}
