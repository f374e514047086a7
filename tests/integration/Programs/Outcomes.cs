namespace HotReload.IntegrationTests;

/// <summary>What every reload must say, whatever the program.</summary>
static class Outcomes
{
    public static void MustBeApplied(this LiveProgram program, ReloadResult result)
    {
        Assert.That(result.Outcome, Is.EqualTo(ReloadOutcome.Applied), () => result.Message + "\n" + program.Editor.Log());
        Assert.Multiple(() =>
        {
            Assert.That(result.State.Fate, Is.EqualTo(StateFate.Kept));
            Assert.That(result.Members, Is.Not.Empty);
            Assert.That(result.Processes, Is.Not.Empty);
            Assert.That(result.Processes.All(process => process.Succeeded), Is.True);
            Assert.That(
                result.Processes.SelectMany(process => process.Modules).Select(module => module.Outcome),
                Is.Not.Empty.And.All.AnyOf(ModuleOutcome.Applied, ModuleOutcome.Pending));
            Assert.That(result.Sizes.Metadata, Is.Positive);
            Assert.That(result.Sizes.IL, Is.Positive);
            Assert.That(result.Phases.Total, Is.Positive);
        });
    }
}
