using System.CommandLine;
using HotReload.Lsp.Handlers;
using HotReload.Lsp.Hosting;
using HotReload.Runtime.Processes;

// The streams are taken before anything else runs, and standard output is pointed at standard error: nothing that a library, native
// code or a child process prints can reach the LSP stream.
var input = Console.OpenStandardInput();
var output = Console.OpenStandardOutput();
Console.SetOut(Console.Error);
StandardOutput.LeadToError();

var stdio = new Option<bool>("--stdio") { Description = "Speak LSP over standard input and output (the default, and the only way)." };
var clientProcessId = new Option<int?>("--clientProcessId") { Description = "End when this process has ended." };
var version = new Option<bool>("--server-version") { Description = "Print the version on standard error and end." };
var command = new RootCommand("The HotReload.Lsp language server.") { stdio, clientProcessId, version };
command.SetAction(async parsed =>
{
    if (parsed.GetValue(version))
    {
        await Console.Error.WriteLineAsync(LifecycleHandler.Version);
        return 0;
    }

    Workers.Provide();
    return await ServerHost.RunAsync(input, output, parsed.GetValue(clientProcessId), TimeProvider.System);
});
return await command.Parse(args).InvokeAsync();
