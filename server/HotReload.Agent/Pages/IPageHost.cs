using HotReload.Agent.Contract;

namespace HotReload.Agent.Pages;

/// <summary>What shows the program's pages, where it is a web program. Called on the agent's thread.</summary>
interface IPageHost
{
    /// <summary>Takes what pages are to be like.</summary>
    void SetUp(AgentPageSetup setup);

    /// <summary>Static files have changed. Returns how many open pages were told.</summary>
    int ChangeAssets(IReadOnlyList<AgentAsset> assets);

    /// <summary>Whether browsers run an assembly of the program's, by its simple name, as WebAssembly.</summary>
    bool RunsInBrowsers(string assembly);

    /// <summary>The program has changed: browsers that run parts of it, as WebAssembly, get the change, too. Returns how many open pages were told.</summary>
    int ChangeInBrowsers(AgentGeneration generation);

    /// <summary>Types of the program have changed and its handlers have run. Returns how many open pages were told.</summary>
    int ChangeCode(Type[] types);

    /// <summary>
    /// The update handlers, by the full names of their types, of which it is known that they have nothing to do when these types have changed.
    /// </summary>
    ISet<string> FindIdleHandlers(Type[] types);

    /// <summary>The session's state has changed.</summary>
    void Show(AgentPageState state);
}
