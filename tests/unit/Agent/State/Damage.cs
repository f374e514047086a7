extern alias agent;

using agent::HotReload.Agent.State.Formats;
using agent::HotReload.Agent.State.Graph;

namespace HotReload.UnitTests.Agent.State;

/// <summary>Graphs in which a byte is another.</summary>
static class Damage
{
    /// <summary>Whether what is read of damaged bytes is a whole graph again, whose objects can be made, or is refused as what it is.</summary>
    public static bool IsRefusedOrRead(StateGraph graph, int place, byte value)
    {
        var bytes = new BinaryFormat().Write(graph);
        bytes[place % bytes.Length] = value;
        try
        {
            Carried.Restore(new BinaryFormat().Read(bytes));
        }
        catch (StateFormatException)
        {
            // Refused.
        }

        return true;
    }
}
