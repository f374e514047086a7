using System.Reflection;
using System.Runtime.Loader;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Agent.Start;

namespace HotReload.Agent.Pages;

/// <summary>
/// Between the agent and the part of it that lives in a web host. That part is another assembly: this one may depend on nothing but
/// the base class library.
/// </summary>
sealed class AgentPages(ServerConnection connection, string? formerStartups)
{
    /// <summary>The assembly that a web host is asked to load.</summary>
    public const string AssemblyName = "HotReload.Agent.AspNetCore";

    const string WebFramework = "Microsoft.AspNetCore.Hosting.dll";

    volatile IPageHost? _host;

    /// <summary>
    /// The pages of this process. Static because ASP.NET Core creates what it loads by itself and hands it nothing of ours.
    /// </summary>
    public static AgentPages? Current { get; private set; }

    /// <summary>What shows pages; null before a web host has started, and where there is none.</summary>
    public IPageHost? Host => _host;

    /// <summary>
    /// Has a web host of this program load the other part, where the program can have one at all. The user's own startup assemblies
    /// stay.
    /// </summary>
    public static AgentPages? Prepare(ServerConnection connection)
    {
        var platform = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string;
        if (platform is null || !platform.Contains(WebFramework, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var former = Environment.GetEnvironmentVariable(AgentVariables.HostingStartups);
        Environment.SetEnvironmentVariable(
            AgentVariables.HostingStartups, string.IsNullOrEmpty(former) ? AssemblyName : former + ";" + AssemblyName);
        AssemblyLoadContext.Default.Resolving += Resolve;
        return Current = new(connection, former);
    }

    /// <summary>A web host is being built: the variable has done its work, and no child process may inherit it.</summary>
    public void Hide() => Environment.SetEnvironmentVariable(AgentVariables.HostingStartups, formerStartups);

    /// <summary>A web host shows pages from now on.</summary>
    public void Attach(IPageHost host)
    {
        _host = host;
        connection.Write(PageEventJson.Ready());
    }

    /// <summary>Another server has taken the program over, and knows nothing of its pages.</summary>
    public void Rejoin()
    {
        if (_host is not null)
        {
            connection.Write(PageEventJson.Ready());
        }
    }

    /// <summary>Tells the server of something that happened in a page.</summary>
    public void Tell(AgentPageEvent happened) => connection.Write(PageEventJson.Notification(happened));

    static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name != AssemblyName)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(typeof(AgentPages).Assembly.Location)!;
        return context.LoadFromAssemblyPath(Path.Combine(folder, AssemblyName + ".dll"));
    }
}
