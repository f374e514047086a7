using HotReload.Engine.Sdk;

namespace HotReload.Conformance.Programs;

/// <summary>The SDK that cases are built and run with, whose Roslyn this process uses.</summary>
static class RunnerSdk
{
    static readonly RoslynResolver s_roslyn = new();

    /// <summary>Finds it and makes its Roslyn load. To be called before any type of Roslyn's is touched.</summary>
    public static SdkInstallation Bind()
    {
        var lookup = SdkLocator.Locate(AppContext.BaseDirectory);
        var error = lookup.Error ?? s_roslyn.Bind(lookup.Found!);
        return error is null ? lookup.Found! : throw new InvalidOperationException(error);
    }
}
