using System.Composition.Hosting;
using System.Reflection;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis.Host.Mef;

namespace HotReload.Engine.Loading;

/// <summary>Composes Roslyn's services. Each host has those of the assemblies that it needs.</summary>
internal static class WorkspaceHosts
{
    /// <summary>For evaluating projects.</summary>
    public static MefHostServices CreateForLoading() => Compose(
        "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces.MSBuild");

    /// <summary>For edit sessions.</summary>
    public static MefHostServices CreateForEditing() => Compose(
        ["Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", .. EncServiceFactory.HostAssemblies]);

    static MefHostServices Compose(params string[] assemblies) => new(
        new ContainerConfiguration().WithParts(assemblies.SelectMany(name => ExportingTypes.In(Assembly.Load(name)))).CreateContainer());
}
