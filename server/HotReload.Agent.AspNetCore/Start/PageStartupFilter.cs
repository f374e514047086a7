using HotReload.Agent.AspNetCore.Access;
using HotReload.Agent.AspNetCore.Assets;
using HotReload.Agent.AspNetCore.Browsers;
using HotReload.Agent.AspNetCore.Injection;
using HotReload.Agent.AspNetCore.Pages;
using HotReload.Agent.AspNetCore.Sockets;
using HotReload.Agent.AspNetCore.Views;
using HotReload.Agent.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace HotReload.Agent.AspNetCore.Start;

/// <summary>Lays our middleware around the program's own: the first to see a request, the last to see an answer.</summary>
sealed class PageStartupFilter(AgentPages agent, PageSockets sockets, IWebHostEnvironment environment, IHostApplicationLifetime lifetime) : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        var registry = new PageRegistry();
        var overrides = new AssetOverrides();
        var bases = new PathBases();
        var deltas = new BrowserDeltas(new(environment.WebRootFileProvider));
        var host = new PageHost(agent, registry, overrides, deltas, sockets);
        var access = new PageAccess(host, new AllowedHosts(app.ServerFeatures));
        var endpoints = new PageEndpoints(access, registry, host);
        ViewRecorder.Begin();
        app.UseWhen(context => context.Request.Path.StartsWithSegments(PageEndpoints.Prefix), branch =>
        {
            branch.UseWebSockets();
            branch.Run(endpoints.AnswerAsync);
        });
        app.Use(new BrowserDeltasEndpoint(deltas, access).InvokeAsync);
        app.Use(new AssetMiddleware(overrides, bases).InvokeAsync);
        app.Use(new InjectionMiddleware(host, access, registry, bases).InvokeAsync);
        next(app);
        lifetime.ApplicationStopping.Register(sockets.Close);
        agent.Attach(host);
    };
}
