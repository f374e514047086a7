using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace HotReload.Runtime.Processes;

/// <summary>A job object that the system ends, with all that is in it, when this process ends.</summary>
[SupportedOSPlatform("windows")]
sealed partial class WindowsProcessControl : IProcessControl
{
    const int ExtendedLimitInformation = 9;
    const uint KillOnClose = 0x2000;

    readonly SafeFileHandle _job = CreateJob();

    public void Own(Process process)
    {
        // A process that is in a job that forbids nesting can't be taken; the agent then ends it instead.
        _ = AssignProcessToJobObject(_job, process.SafeHandle);
    }

    public void AskToEnd(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.CloseMainWindow();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It is gone, or has no window.
        }
    }

    static unsafe SafeFileHandle CreateJob()
    {
        var job = CreateJobObjectW(0, 0);
        var limits = new ExtendedLimits { Flags = KillOnClose };
        _ = SetInformationJobObject(job, ExtendedLimitInformation, ref limits, (uint)sizeof(ExtendedLimits));
        return job;
    }

    [LibraryImport("kernel32.dll", SetLastError = true)]
    private static partial SafeFileHandle CreateJobObjectW(nint attributes, nint name);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(SafeFileHandle job, int kind, ref ExtendedLimits limits, uint size);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    struct ExtendedLimits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint MinimumWorkingSet;
        public nuint MaximumWorkingSet;
        public uint ActiveProcesses;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WrittenBytes;
        public ulong OtherBytes;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
