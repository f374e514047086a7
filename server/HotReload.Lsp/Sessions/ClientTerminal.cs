using HotReload.Lsp.Hosting;
using HotReload.Runtime.Launch;

namespace HotReload.Lsp.Sessions;

/// <summary>Hands a session's command line to the client.</summary>
internal sealed class ClientTerminal(Client client, string session, string title) : IClientTerminal
{
    public Task RunAsync(TerminalCommand command, CancellationToken cancellationToken) => client.RunInTerminalAsync(
        new(session, title, command.Executable, command.Arguments, command.WorkingDirectory, command.Environment), cancellationToken);
}
