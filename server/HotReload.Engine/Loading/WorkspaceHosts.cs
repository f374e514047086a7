using System.Reflection;
using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis.Host.Mef;

namespace HotReload.Engine.Loading;

/// <summary>Composes Roslyn's services. What takes time is looking through the assemblies, so each host has only those it needs.</summary>
internal static class WorkspaceHosts
{
    /// <summary>For evaluating projects.</summary>
    public static MefHostServices CreateForLoading() => MefHostServices.Create(Load(
        "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces.MSBuild"));

    /// <summary>For edit sessions.</summary>
    public static MefHostServices CreateForEditing() => MefHostServices.Create(Load(
        ["Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces", .. EncServiceFactory.HostAssemblies]));

    static IEnumerable<Assembly> Load(params string[] names) => names.Select(Assembly.Load);
}
