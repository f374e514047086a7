namespace HotReload.Engine.Sdk;

/// <summary>A .NET SDK on this machine.</summary>
/// <param name="Version">As <c>dotnet --version</c> prints it.</param>
/// <param name="Directory">The folder that holds <c>MSBuild.dll</c>.</param>
public sealed record SdkInstallation(string Version, string Directory)
{
    /// <summary>The <c>dotnet</c> executable that the SDK belongs to.</summary>
    public string DotnetExecutable => Path.Combine(
        Path.GetFullPath(Path.Combine(Directory, "..", "..")), OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>
    /// Where Roslyn's assemblies lie, in the order in which they are asked. The compilers come from the folder that
    /// builds the user's program, so that the delta engine and the baseline agree to the letter. The workspace comes
    /// from dotnet-format because that folder alone carries the build host that loads projects.
    /// </summary>
    public IReadOnlyList<string> RoslynFolders { get; } = FindRoslynFolders(Directory);

    /// <summary>The oldest SDK whose edit-and-continue service is known.</summary>
    public static Version MinimumVersion { get; } = new(10, 0, 100);

    static List<string> FindRoslynFolders(string directory)
    {
        var folders = new List<string>
        {
            Path.Combine(directory, "Roslyn", "bincore"),
            Path.Combine(directory, "DotnetTools", "dotnet-format"),
        };
        var watch = Path.Combine(directory, "DotnetTools", "dotnet-watch");
        if (System.IO.Directory.Exists(watch))
        {
            folders.AddRange(System.IO.Directory
                .EnumerateFiles(watch, "Microsoft.CodeAnalysis.ExternalAccess.HotReload.dll", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!));
        }

        return folders;
    }
}
