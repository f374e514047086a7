namespace HotReload.Testing.Fixtures;

/// <summary>The environment of the processes that tests start.</summary>
public static class ChildEnvironment
{
    // Set by the test host and by builds for their own children; a user's shell has none of them.
    static readonly string[] NotTheUsers =
    [
        "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly",
        "DOTNET_HOST_PATH", "DOTNET_STARTUP_HOOKS", "DOTNET_MODIFIABLE_ASSEMBLIES", "ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT",
        "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE", "VSTEST_CONNECTION_TIMEOUT",
    ];

    /// <summary>Takes out what the test run put in.</summary>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in NotTheUsers)
        {
            environment.Remove(name);
        }
    }
}
