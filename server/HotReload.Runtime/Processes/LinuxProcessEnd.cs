using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HotReload.Runtime.Processes;

/// <summary>Waits for the end of a process that is no child of this one, without looking at it again and again: by a file of it that Linux 5.3 and later has.</summary>
static partial class LinuxProcessEnd
{
    /// <summary>The same on all processors.</summary>
    const nint PidFdOpen = 434;

    const short Readable = 1;

    /// <summary>How long a wait that was given up may go on.</summary>
    const int LongestWait = 5_000;

    [StructLayout(LayoutKind.Sequential)]
    struct PolledFile
    {
        public int File;
        public short Events;
        public short Returned;
    }

    /// <summary>Completes when the process has ended; null where the system has no such file, or there is no such process any more.</summary>
    public static Task? TryWait(int id, CancellationToken cancellationToken)
    {
        var file = new SafeFileHandle(SystemCall(PidFdOpen, id, 0), ownsHandle: true);
        if (file.IsInvalid)
        {
            file.Dispose();
            return null;
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Wait(file, ended, cancellationToken)) { IsBackground = true, Name = "Process end" }.Start();
        return ended.Task;
    }

    static void Wait(SafeFileHandle file, TaskCompletionSource ended, CancellationToken cancellationToken)
    {
        using (file)
        using (cancellationToken.Register(() => ended.TrySetCanceled(cancellationToken)))
        {
            var polled = new PolledFile { File = (int)file.DangerousGetHandle(), Events = Readable };
            while (!ended.Task.IsCompleted)
            {
                if (Poll(ref polled, 1, LongestWait) > 0)
                {
                    ended.TrySetResult();
                }
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nint id, nint flags);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PolledFile files, nuint count, int milliseconds);
}
