using HotReload.Agent.Contract;
using HotReload.Agent.Pages;
using HotReload.Agent.State;
using HotReload.Agent.State.Services;
using HotReload.Agent.Updates;

namespace HotReload.Agent.Start;

/// <summary>
/// Brings the agent up before the program's own code runs. Everything here is on the path of every program start: no
/// JSON reader, no async, no generics over own types, and whatever can wait is done on the agent's own thread.
/// </summary>
static class AgentStart
{
    const int ThreadStackBytes = 1024 * 1024;

    /// <summary>Connects, waits for what must be replayed, and returns to let the program run.</summary>
    public static void Run()
    {
        try
        {
            if (AgentSettings.Take(typeof(AgentStart).Assembly.Location) is { } settings)
            {
                Start(settings);
            }
        }
        catch (Exception exception)
        {
            // Whatever it is, the user's program must not fail for it.
            Report(exception.Message);
        }
    }

    static void Start(AgentSettings settings)
    {
        ServerConnection? connection;
        try
        {
            connection = ServerConnection.Open(settings.Pipe);
        }
        catch (TimeoutException) when (Path.IsPathRooted(settings.Pipe))
        {
            // The name is still there and nobody listens: whoever was to end this process was killed before it had begun.
            Report("the server does not answer");
            Begin(OwnerLoss.EndProcess);
            return;
        }

        if (connection is null)
        {
            // The launcher has taken the name away, so this is not the process that it waits for.
            return;
        }

        var applier = new DeltaApplier(RuntimeUpdater.Instance);
        applier.Watch();
        var hosts = new HostWatch();
        hosts.Begin();
        var state = new StateSession(hosts, applier.HasChanged);
        var answer = connection.Hello(settings.Secret);
        if (answer is null)
        {
            // Refused, or the server died meanwhile: either way nobody would ever end this process.
            Report("the server did not accept this process");
            connection.Dispose();
            Begin(OwnerLoss.EndProcess);
            return;
        }

        if (!answer.AsSpan().SequenceEqual(AgentProtocol.AcceptedWithoutReplay))
        {
            Replay.Run(answer, applier, state, connection.Write);
        }

        Begin(new RequestLoop(settings, connection, applier, state, hosts, AgentPages.Prepare(connection)).Run);
    }

    static void Begin(ThreadStart body) =>
        new Thread(body, ThreadStackBytes) { IsBackground = true, Name = "Hot reload agent" }.Start();

    static void Report(string sentence) => Console.Error.WriteLine("Hot reload agent: " + sentence);
}
