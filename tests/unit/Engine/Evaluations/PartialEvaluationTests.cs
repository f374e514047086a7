using HotReload.Engine.Evaluations;

namespace HotReload.UnitTests.Engine.Evaluations;

/// <summary>App refers to Lib and Lib to Core; App is compiled with Maker, a generator.</summary>
public sealed class PartialEvaluationTests
{
    EvaluatedGraph _graph = null!;

    [SetUp]
    public void Evaluate()
    {
        _graph = new();
        _graph.Say("App: Lib, Maker!", "Lib: Core", "Core", "Maker");
    }

    [TestCase("App", "App")]
    [TestCase("Lib", "Lib")]
    [TestCase("Core", "Core")]
    [TestCase("Maker", "Maker")]
    public void Only_the_project_that_changed_is_evaluated_again(string changed, string evaluated)
    {
        Assert.That(_graph.Run(changed), Is.EqualTo("App: Lib, Maker!; Core; Lib: Core; Maker"));
        Assert.That(_graph.Evaluated, Is.EqualTo(evaluated));
    }

    [Test]
    public void Those_that_refer_to_one_with_another_output_are_evaluated_too()
    {
        _graph.Say("Core @other");

        Assert.That(_graph.Run("Core"), Is.EqualTo("App: Lib, Maker!; Core @other; Lib: Core; Maker"));
        Assert.That(_graph.Evaluated, Is.EqualTo("Core Lib"));
    }

    [Test]
    public void So_are_those_that_are_compiled_with_it()
    {
        _graph.Say("Maker @other");

        Assert.That(_graph.Run("Maker"), Is.EqualTo("App: Lib, Maker!; Core; Lib: Core; Maker @other"));
        Assert.That(_graph.Evaluated, Is.EqualTo("Maker App"));
    }

    [Test]
    public void Several_are_evaluated_at_once_and_no_others_but_the_program()
    {
        Assert.That(_graph.Run("Lib", "Maker"), Is.EqualTo("App: Lib, Maker!; Core; Lib: Core; Maker"));
        Assert.That(_graph.Evaluated, Is.EqualTo("App+Lib+Maker"));
    }

    [Test]
    public void A_reference_that_is_gone_takes_along_what_only_it_reached()
    {
        _graph.Say("App: Maker!");

        Assert.That(_graph.Run("App"), Is.EqualTo("App: Maker!; Maker"));
    }

    [Test]
    public void A_new_reference_brings_its_project()
    {
        _graph.Say("App: Lib, Maker!, New", "New: Core");

        Assert.That(_graph.Run("App"), Is.EqualTo("App: Lib, Maker!, New; Core; Lib: Core; Maker; New: Core"));
        Assert.That(_graph.Evaluated, Is.EqualTo("App+New"));
    }

    [Test]
    public void What_was_kept_is_told_from_what_is_new()
    {
        _graph.Run("Lib");

        Assert.That(_graph.Kept, Is.EqualTo("App Core Maker"));
    }

    [Test]
    public void One_that_the_program_does_not_reach_by_itself_leaves_it_to_an_evaluation_of_all() =>
        Assert.That(_graph.Run("Core", "Maker"), Is.Null);

    [Test]
    public void So_does_a_project_of_which_nobody_knows_who_builds_it()
    {
        _graph.Say("Tool");
        _graph.Keep("Tool");

        Assert.That(_graph.Run("Core"), Is.Null);
        Assert.That(_graph.Evaluated, Is.Empty);
    }
}
