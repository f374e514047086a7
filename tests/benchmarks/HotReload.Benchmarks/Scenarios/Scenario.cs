using System.Collections.Immutable;
using HotReload.Benchmarks.Measuring;
using HotReload.Testing.Fixtures;

namespace HotReload.Benchmarks.Scenarios;

/// <summary>A program, the edits made to it, and where their effect is seen.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Source">The program's files.</param>
/// <param name="Project">The project that is run, relative.</param>
/// <param name="Page">The page to ask, relative to the program's url; null: its standard output is read.</param>
/// <param name="Edits">The kinds of edit, each measured by itself.</param>
/// <param name="RestartTarget">The ratio wanted of edits that need a restart: of the first kind, so made that they do; null: none are made.</param>
public sealed record Scenario(
    string Name, FixtureSource Source, string Project, string? Page, ImmutableArray<EditKind> Edits, double? RestartTarget = null)
{
    /// <summary>A long file to type in; null: that of the first edit.</summary>
    public string? Typing { get; init; }

    /// <summary>A reference that is added while the program runs; null: none is.</summary>
    public ReferenceEdit? Reference { get; init; }

    /// <summary>A branch that is checked out while the program runs; null: none is.</summary>
    public BranchEdit? Branch { get; init; }

    /// <summary>What <c>npm run bench</c> measures.</summary>
    public static ImmutableArray<Scenario> Standard { get; } =
    [
        new(
            "console",
            FixtureSource.Named("console"),
            "Greeter.csproj",
            Page: null,
            [new("C#", "Board.cs", "Hello, {guests}", "Hello {n}, {guests}", "Hello {n},")],
            Targets.ConsoleRestart),
        new(
            "razor pages",
            FixtureSource.Named("razor-pages"),
            "Guestbook.csproj",
            Page: "/",
            [
                new("C#", "Greeting.cs", "You are visitor", "You are visitor {n}:", "You are visitor {n}:"),
                new("view", "Pages/Index.cshtml", "Welcome to the guestbook", "Guestbook {n}", "Guestbook {n}"),
            ],
            Targets.RazorRestart),
        GeneratedProgram.Solution(50),
        GeneratedProgram.Project(100_000),
        GeneratedProgram.Razor(1_473),
    ];

    /// <summary>The same program in other sizes, which are measured only where they are named.</summary>
    public static ImmutableArray<Scenario> Sizes { get; } =
        [GeneratedProgram.Project(1_000), GeneratedProgram.Project(10_000), GeneratedProgram.Project(400_000), GeneratedProgram.Solution(10)];
}
