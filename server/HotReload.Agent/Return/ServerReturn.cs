using HotReload.Agent.Contract;
using HotReload.Agent.Start;

namespace HotReload.Agent.Return;

/// <summary>
/// Waits, after the server has vanished, for the one that the editor starts in its place. The program goes on meanwhile, and ends when
/// the editor has ended, when nobody can come any more, or when the time is up.
/// </summary>
sealed class ServerReturn
{
    /// <summary>How long a program goes on without a server.</summary>
    public const int GraceMilliseconds = 20_000;

    const int PollMilliseconds = 50;

    readonly OpenStreams? _streams;
    readonly Handover _handover;
    RecoveryTerms _terms;

    ServerReturn(RecoveryTerms terms, OpenStreams? streams, Handover handover) =>
        (_terms, _streams, _handover) = (terms, streams, handover);

    /// <summary>Gets ready for it; null where the program can't outlive its server.</summary>
    /// <param name="settings">What the launcher said.</param>
    /// <param name="describe">Tells what this process is like, given its proof, and for how many milliseconds it was without a server.</param>
    public static ServerReturn? Prepare(AgentSettings settings, Func<byte[], int, AgentRejoined> describe)
    {
        if (RecoveryTerms.Parse(settings.Recovery) is not { } terms)
        {
            return null;
        }

        var streams = terms.Streams == RecoveryTerms.Pipes ? OpenStreams.Take() : null;
        return streams is null && terms.Streams != RecoveryTerms.Terminal
            ? null
            : new(terms, streams, new(terms.Folder, settings.Secret, describe));
    }

    /// <summary>The connection to the next server; null where there will be none.</summary>
    public ServerConnection? Await()
    {
        // Nothing that the program writes from now on waits for a reader.
        var keeper = _streams is null ? null : new OutputKeeper(_streams);
        var begun = Environment.TickCount64;
        while (Environment.TickCount64 - begun < GraceMilliseconds)
        {
            if (!KnownProcess.Runs(_terms.ServerId, _terms.ServerStarted))
            {
                if (!CanReturn())
                {
                    break;
                }

                if (_handover.TryMeet((int)(Environment.TickCount64 - begun), () => keeper?.End() ?? []) is var (connection, server))
                {
                    _terms = _terms with { ServerId = server.ServerId, ServerStarted = server.ServerStarted };
                    return connection;
                }
            }
            else if (Environment.TickCount64 - begun > OwnerLoss.GraceMilliseconds)
            {
                // It lives, and has let go of this process.
                break;
            }

            Thread.Sleep(PollMilliseconds);
        }

        return null;
    }

    bool CanReturn() =>
        KnownProcess.Runs(_terms.OwnerId, _terms.OwnerStarted)
        && File.Exists(Path.Combine(_terms.Folder, AgentProtocol.JournalFile(Environment.ProcessId)));
}
