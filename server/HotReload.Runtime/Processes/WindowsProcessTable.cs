using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace HotReload.Runtime.Processes;

/// <summary>Takes a snapshot of the system's processes (Toolhelp).</summary>
[SupportedOSPlatform("windows")]
sealed partial class WindowsProcessTable : IProcessTable
{
    const uint SnapshotProcesses = 0x2;

    public ProcessIdentity? Find(int id) => StartedProcess.Find(id);

    public IReadOnlyList<ProcessIdentity> Descendants(int id)
    {
        // Windows does not clear the parent's id when the parent ends, so a child must be younger than its parent.
        var root = Find(id);
        var found = ProcessFamily.Identify(ProcessFamily.Descendants(id, All()), this);
        return root is { } parent ? [.. found.Where(child => child.Started >= parent.Started)] : [];
    }

    /// <summary>Nobody asks: what a process listens at is a pipe here, which goes with it.</summary>
    public IReadOnlyList<string> Arguments(int id) => [];

    static unsafe List<(int Id, int Parent)> All()
    {
        var list = new List<(int, int)>();
        using var snapshot = CreateToolhelp32Snapshot(SnapshotProcesses, 0);
        var entry = new ProcessEntry { Size = (uint)sizeof(ProcessEntry) };
        for (var more = Process32FirstW(snapshot, ref entry); more; more = Process32NextW(snapshot, ref entry))
        {
            list.Add(((int)entry.Id, (int)entry.Parent));
        }

        return list;
    }

    [LibraryImport("kernel32.dll", SetLastError = true)]
    private static partial SafeFileHandle CreateToolhelp32Snapshot(uint flags, uint id);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Process32FirstW(SafeFileHandle snapshot, ref ProcessEntry entry);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool Process32NextW(SafeFileHandle snapshot, ref ProcessEntry entry);

    /// <summary>PROCESSENTRY32W.</summary>
    [StructLayout(LayoutKind.Sequential)]
    unsafe struct ProcessEntry
    {
        public uint Size;
        public uint Usage;
        public uint Id;
        public nuint Heap;
        public uint Module;
        public uint Threads;
        public uint Parent;
        public int Priority;
        public uint Flags;
        public fixed char Name[260];
    }
}
