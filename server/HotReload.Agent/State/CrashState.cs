using HotReload.Agent.Contract;

namespace HotReload.Agent.State;

/// <summary>Writes the state of a program that ends by an exception nobody catches, so that the next start has it.</summary>
sealed class CrashState(StateSession session)
{
    /// <summary>How long the end of a crashing program is held up at most.</summary>
    public const int MaxMilliseconds = 2_000;

    /// <summary>Where to, and how much.</summary>
    public AgentCapture? Request { get; set; }

    /// <summary>Begins to wait for a crash.</summary>
    public void Begin() => AppDomain.CurrentDomain.UnhandledException += OnUnhandled;

    void OnUnhandled(object sender, UnhandledExceptionEventArgs args)
    {
        if (Request is not { } request)
        {
            return;
        }

        // On another thread: this one may have no stack left, or hold what a getter waits for.
        var limits = request.Limits with { Milliseconds = Math.Min(request.Limits.Milliseconds, MaxMilliseconds) };
        var writing = new Thread(() => Write(request with { Limits = limits })) { IsBackground = true };
        writing.Start();
        writing.Join(MaxMilliseconds);
    }

    void Write(AgentCapture request)
    {
        try
        {
            session.Capture(request);
        }
        catch (Exception exception)
        {
            // The program ends of something else.
            Console.Error.WriteLine("Hot reload agent: " + exception.Message);
        }
    }
}
