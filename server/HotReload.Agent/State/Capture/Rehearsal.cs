using HotReload.Agent.Contract;
using HotReload.Agent.State.Formats;
using HotReload.Agent.State.Graph;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Capture;

/// <summary>Takes a state of its own, so that the code is compiled when the program's is asked for. The program's own is not touched.</summary>
static class Rehearsal
{
    /// <summary>Goes through a capture and its writing.</summary>
    public static void Run(AgentStateLimits limits)
    {
        var plans = new TypePlans(new([typeof(Rehearsal).Assembly.GetName().Name!]));
        var builder = new GraphBuilder(plans, limits, new(), _ => false);
        builder.Add(RootForm.Static, typeof(Sample), "", typeof(Sample), new Sample());
        new BinaryFormat().Write(builder.Graph);
    }

    sealed class Sample
    {
        public string Text { get; } = "";

        public double Number { get; } = 1;

        public Guid Id { get; }

        public PlanKind Kind { get; }

        public int[] Numbers { get; } = [1];

        public List<string> Texts { get; } = [""];

        public Dictionary<string, object> Pairs { get; } = new(StringComparer.Ordinal) { [""] = new Version(1, 0) };
    }
}
