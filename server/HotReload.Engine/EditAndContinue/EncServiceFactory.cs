using System.Collections.Immutable;
using System.Reflection;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host;

namespace HotReload.Engine.EditAndContinue;

/// <summary>Finds the adapter whose shape fits the SDK's edit-and-continue service.</summary>
internal static class EncServiceFactory
{
    /// <summary>The assemblies that the workspace's host must compose for the service to exist.</summary>
    public static IReadOnlyList<string> HostAssemblies { get; } =
    [
        "Microsoft.CodeAnalysis.Features",
        "Microsoft.CodeAnalysis.CSharp.Features",
        HotReloadServiceAdapter.AssemblyName,
    ];

    /// <summary>Creates the service, or says why this SDK has none that is known.</summary>
    public static (IEncService? Service, string? Error) Create(
        SdkInstallation sdk, SolutionServices services, Func<ImmutableArray<string>> capabilities)
    {
        try
        {
            return (HotReloadServiceAdapter.Create(services, capabilities), null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or TypeLoadException or MissingMemberException
            or ArgumentException or InvalidOperationException or TargetInvocationException)
        {
            return (null, $".NET SDK {sdk.Version} carries an edit-and-continue service of a shape this version does not know "
                + $"({exception.Message}). Update HotReload.Lsp, or pin an SDK of the {SdkInstallation.MinimumVersion} line in global.json.");
        }
    }
}
