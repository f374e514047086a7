using System.CommandLine;
using HotReload.Demo;

// Stopping takes the program and the server down in order; that may take longer than the default patience.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(15) };
return await new DemoCommand().Parse(args).InvokeAsync(configuration);
