using System.IO.Pipes;
using System.Text;

namespace HotReload.Conformance.Prober;

/// <summary>The line to the questioner: each line that comes is a question, each that goes the answer, as base 64 of its UTF-8.</summary>
static class ProbeLine
{
    /// <summary>Names the pipe.</summary>
    public const string Variable = "HOTRELOAD_CONFORMANCE_PIPE";

    /// <summary>A program that computes for longer than this before it comes to rest is asked while it does.</summary>
    static readonly TimeSpan s_startTime = TimeSpan.FromSeconds(2);

    public static void Answer(string pipe, Thread main)
    {
        using var line = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, PipeOptions.CurrentUserOnly);
        line.Connect();
        using var questions = new StreamReader(line, Encoding.ASCII);
        using var answers = new StreamWriter(line, Encoding.ASCII) { AutoFlush = true };
        while (questions.ReadLine() is not null)
        {
            SpinWait.SpinUntil(() => IsAtRest(main), s_startTime);
            answers.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(Probe.Ask())));
        }
    }

    /// <summary>Whether the entry point has returned or waits for something: what it does first must be done before the first answer.</summary>
    static bool IsAtRest(Thread main) =>
        (main.ThreadState & (ThreadState.Stopped | ThreadState.WaitSleepJoin)) != 0;
}
