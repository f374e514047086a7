using System.Runtime.InteropServices;

namespace HotReload.Runtime.Launch;

/// <summary>The installation of .NET that runs this process.</summary>
static class DotnetHost
{
    /// <summary>The name of the host's executable.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The folder that holds the host: three above <c>shared/Microsoft.NETCore.App/version</c>.</summary>
    public static string FindRoot() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
