// The programs that the user of these tests works on.

const project = (sdk: string, more: string): string => `<Project Sdk="${sdk}">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>${more}
  </PropertyGroup>
</Project>
`;

export const webProject = project('Microsoft.NET.Sdk.Web', '');
export const consoleProject = project('Microsoft.NET.Sdk', '\n    <OutputType>Exe</OutputType>');

export const webProgram = `var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => Greeter.Greet("you"));
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "none");
app.MapGet("/arguments", () => string.Join(' ', args));
app.MapGet("/process", () => Environment.ProcessId);
app.MapGet("/changed", async (string from) =>
{
    while (Greeter.Greet("you") == from)
    {
        await Task.Delay(1);
    }

    return (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;
});
app.Run();
`;

export const consoleProgram = `Console.WriteLine("up at " + Environment.GetEnvironmentVariable("HOME"));
while (Console.ReadLine() is { } name)
{
    Console.WriteLine(Greeter.Greet(name));
}
`;

/** What stands in brackets is another in each process: where it stays the same, the program was not started again. */
export const greeter = `static class Greeter
{
    static readonly string Life = Guid.NewGuid().ToString("N")[..8];

    public static string Greet(string name)
    {
        return $"hello {name}{Ending.Mark()} [{Life}]";
    }
}
`;

export const ending = `static class Ending
{
    public static string Mark() => "!";
}
`;

/** Each of the many questions of a test would be logged. */
export const quiet = { Logging__LogLevel__Microsoft: 'Warning' };

/** As a program of a user's does at its start. */
export const talkative = { 'Logging__LogLevel__Microsoft.Hosting.Lifetime': 'Information' };

export function launchSettings(url: string, environment: Record<string, string> = {}): string {
  const profile = {
    commandName: 'Project',
    launchBrowser: false,
    applicationUrl: url,
    environmentVariables: { ASPNETCORE_ENVIRONMENT: 'Development', ...environment },
  };
  return JSON.stringify({ profiles: { http: profile } }, undefined, 2);
}
