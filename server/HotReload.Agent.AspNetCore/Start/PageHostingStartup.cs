using HotReload.Agent.AspNetCore.Start;
using HotReload.Agent.AspNetCore.Sockets;
using HotReload.Agent.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: HostingStartup(typeof(PageHostingStartup))]

namespace HotReload.Agent.AspNetCore.Start;

/// <summary>What ASP.NET Core calls when a web host of the program is built. Outside of Development it does nothing.</summary>
public sealed class PageHostingStartup : IHostingStartup
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder)
    {
        if (AgentPages.Current is not { } pages)
        {
            return;
        }

        pages.Hide();
        builder.ConfigureServices((context, services) =>
        {
            if (context.HostingEnvironment.IsDevelopment())
            {
                services.AddSingleton<PageSockets>();
                services.AddSingleton<IStartupFilter>(provider => new PageStartupFilter(
                    pages, provider.GetRequiredService<PageSockets>(), context.HostingEnvironment, provider.GetRequiredService<IHostApplicationLifetime>()));
            }
        });
    }
}
