using Spectre.Console;

namespace HotReload.Demo.Reporting;

/// <summary>The terminal, or what stands in its place.</summary>
static class Terminal
{
    const int WidthOfAFile = 140;

    /// <summary>Standard output, without colours and at a fixed width where it is no terminal.</summary>
    public static IAnsiConsole Open()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfAFile;
        }

        return console;
    }
}
