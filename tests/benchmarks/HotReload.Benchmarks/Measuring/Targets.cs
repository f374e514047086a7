namespace HotReload.Benchmarks.Measuring;

/// <summary>What the project promises: our median in terms of that of <c>dotnet watch</c>, at most.</summary>
static class Targets
{
    public const double Start = 1.0 / 3;
    public const double StartAgain = 1.0 / 5;
    public const double FirstEdit = 1.0 / 15;
    public const double LaterEdit = 1.0 / 10;
    public const double Memory = 1.0;
    public const double ConsoleRestart = 1.0 / 10;
    public const double RazorRestart = 1.0 / 8;
}
