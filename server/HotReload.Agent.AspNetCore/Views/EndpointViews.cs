using Microsoft.AspNetCore.Http;

namespace HotReload.Agent.AspNetCore.Views;

/// <summary>What the endpoint of a request says of what it renders.</summary>
static class EndpointViews
{
    const string ComponentMetadata = "Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata";

    /// <summary>The component that is the page; null where the page is none.</summary>
    public static Type? ComponentOf(HttpContext context)
    {
        // By its name: a program without components never loads its assembly.
        var metadata = context.GetEndpoint()?.Metadata.FirstOrDefault(item => item.GetType().FullName == ComponentMetadata);
        return metadata?.GetType().GetProperty("Type")?.GetValue(metadata) as Type;
    }
}
