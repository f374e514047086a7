using System.Runtime.InteropServices;

namespace HotReload.Runtime.Processes;

/// <summary>The standard output of this process, for those who do not know that it is taken.</summary>
public static partial class StandardOutput
{
    const int Output = 1;
    const int Error = 2;
    const int WindowsOutput = -11;
    const int WindowsError = -12;

    /// <summary>
    /// From now on, whatever is written to standard output comes out at standard error: by code that opens it anew, by native code, by
    /// processes that inherit it. A stream that was opened before keeps the real one, which it has by a handle of its own.
    /// </summary>
    public static void LeadToError()
    {
        if (OperatingSystem.IsWindows())
        {
            SetStdHandle(WindowsOutput, GetStdHandle(WindowsError));
        }
        else
        {
            // Where it can't be done, all is as before: such writers were never meant to be there.
            _ = Duplicate(Error, Output);
        }
    }

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int which);

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStdHandle(int which, nint handle);
}
