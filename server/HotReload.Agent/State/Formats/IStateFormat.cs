using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>A way to put a graph into bytes.</summary>
interface IStateFormat
{
    /// <summary>The bytes of a graph.</summary>
    byte[] Write(StateGraph graph);

    /// <summary>The graph of some bytes.</summary>
    /// <exception cref="StateFormatException">They are no graph in this form.</exception>
    StateGraph Read(ReadOnlyMemory<byte> bytes);
}
