namespace HotReload.Benchmarks.Measuring.Parts;

/// <summary>A reference to another project, added to the project file while the program runs, and code that uses it.</summary>
sealed class ReferencePart : IPart
{
    public string Name => "reference";

    public async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        if (round.Scenario.Reference is not { } reference || round.Budget.IsSpent)
        {
            return;
        }

        foreach (var side in round.Sides)
        {
            var (contestant, number) = (side.Contestant, round.Numbers.Next());
            var project = contestant.Workplace.PathTo(reference.Project);
            var text = contestant.TextOf(reference.Use, number);
            await contestant.Tool.ChangeAsync(reference.Use.File, text, cancellationToken);
            side.Of(round.Row(reference.Use.Name, "ms", round.Scenario.RestartTarget)).Add(await contestant.UntilShownAsync(
                Scenarios.EditKind.Numbered(reference.Use.Expect, number),
                async () =>
                {
                    await File.WriteAllTextAsync(project, reference.ApplyTo(await File.ReadAllTextAsync(project, cancellationToken)), cancellationToken);
                    await contestant.Tool.SaveAsync(reference.Use.File, cancellationToken);
                },
                cancellationToken));
        }
    }
}
