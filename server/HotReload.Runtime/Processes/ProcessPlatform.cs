namespace HotReload.Runtime.Processes;

/// <summary>What differs by operating system.</summary>
/// <param name="Table">Who runs.</param>
/// <param name="Control">How to treat them.</param>
sealed record ProcessPlatform(IProcessTable Table, IProcessControl Control)
{
    /// <summary>The parts for the system that this process runs on.</summary>
    public static ProcessPlatform ForThisSystem()
    {
        if (OperatingSystem.IsWindows())
        {
            return new(new WindowsProcessTable(), new WindowsProcessControl());
        }

        return new(OperatingSystem.IsLinux() ? new LinuxProcessTable() : new PosixProcessTable(), new PosixProcessControl());
    }
}
