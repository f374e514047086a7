using System.Collections.Immutable;

namespace HotReload.Runtime.Launch;

/// <summary>The file to execute for a target, and its arguments.</summary>
/// <param name="Path">The file.</param>
/// <param name="Arguments">All arguments.</param>
/// <param name="IsAppHost">Whether it is an executable that looks for .NET by itself.</param>
sealed record ProgramFile(string Path, ImmutableArray<string> Arguments, bool IsAppHost)
{
    const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Prefers the executable beside a <c>.dll</c>: it is what the user's process list shows.</summary>
    /// <param name="command">What to start.</param>
    /// <param name="dotnetRoot">Where the host is that starts a <c>.dll</c>.</param>
    /// <param name="runtimeConfig">What it is to read instead of the build's own; null for that. An executable reads no other.</param>
    public static ProgramFile For(LaunchCommand command, string dotnetRoot, string? runtimeConfig)
    {
        if (!command.Target.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return new(command.Target, command.Arguments, true);
        }

        var appHost = System.IO.Path.ChangeExtension(command.Target, OperatingSystem.IsWindows() ? ".exe" : null);
        return runtimeConfig is null && IsExecutable(appHost)
            ? new(appHost, command.Arguments, true)
            : new(
                System.IO.Path.Combine(dotnetRoot, DotnetHost.FileName),
                ["exec", .. runtimeConfig is null ? [] : (string[])["--runtimeconfig", runtimeConfig], command.Target, .. command.Arguments],
                false);
    }

    static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);
}
