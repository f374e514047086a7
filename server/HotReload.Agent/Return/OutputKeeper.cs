using System.Runtime.InteropServices;
using HotReload.Agent.Contract;

namespace HotReload.Agent.Return;

/// <summary>
/// Reads what the program writes while no server does, so that it never waits for a reader, and keeps it for the next one. One thread
/// for both streams: what was written first is kept first.
/// </summary>
sealed partial class OutputKeeper
{
    /// <summary>How much is kept, in bytes: of more, the newest.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    const int ChunkBytes = 16 * 1024;
    const int PollMilliseconds = 20;
    const short Readable = 1;

    readonly FileStream[] _pipes;
    readonly Queue<AgentOutput> _kept = [];
    readonly Thread _thread;
    int _bytes;
    volatile bool _isEnding;

    public OutputKeeper(OpenStreams streams)
    {
        _pipes = [streams.Output, streams.Error];
        _thread = new(Run) { IsBackground = true, Name = "Hot reload output" };
        _thread.Start();
    }

    /// <summary>Reads no more, and tells what was read.</summary>
    public AgentOutput[] End()
    {
        _isEnding = true;
        _thread.Join();
        return [.. _kept];
    }

    void Run()
    {
        var chunk = new byte[ChunkBytes];
        var waits = new PollEntry[_pipes.Length];
        for (var i = 0; i < waits.Length; i++)
        {
            waits[i] = new() { File = (int)_pipes[i].SafeFileHandle.DangerousGetHandle(), Wanted = Readable };
        }

        // What is there at the end is taken along.
        while (Poll(waits, (nuint)waits.Length, _isEnding ? 0 : PollMilliseconds) > 0 || !_isEnding)
        {
            for (var i = 0; i < waits.Length; i++)
            {
                if ((waits[i].Happened & Readable) != 0)
                {
                    Keep(i + 1, chunk.AsSpan(0, _pipes[i].Read(chunk)));
                }
            }
        }
    }

    void Keep(int stream, ReadOnlySpan<byte> bytes)
    {
        _kept.Enqueue(new(stream, bytes.ToArray()));
        for (_bytes += bytes.Length; _bytes > MaxBytes; _bytes -= _kept.Dequeue().Bytes.Length)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll([In, Out] PollEntry[] entries, nuint count, int milliseconds);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    struct PollEntry
    {
        public int File;
        public short Wanted;
        public short Happened;
    }
}
