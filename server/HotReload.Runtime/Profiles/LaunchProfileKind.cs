namespace HotReload.Runtime.Profiles;

/// <summary>What a launch profile starts.</summary>
public enum LaunchProfileKind
{
    /// <summary>The project's own program.</summary>
    Project,

    /// <summary>Any executable.</summary>
    Executable,
}
