using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>The compact form: tables of texts and shapes, then objects and roots, all numbers as short as they are.</summary>
sealed class BinaryFormat : IStateFormat
{
    public byte[] Write(StateGraph graph)
    {
        var body = new BinaryOutput();
        var writer = new BinaryWriting(graph, body);
        writer.Shapes();
        writer.Objects();
        writer.Roots();
        var whole = new BinaryOutput();
        whole.Count(writer.Texts.Count);
        foreach (var text in writer.Texts)
        {
            whole.Text(text);
        }

        whole.Raw(body.Written);
        return whole.Written.ToArray();
    }

    public StateGraph Read(ReadOnlyMemory<byte> bytes)
    {
        var input = new BinaryInput(bytes);
        var texts = new string[input.Count()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = input.Text();
        }

        var graph = new BinaryReading(input, texts).Graph();
        GraphCheck.Run(graph);
        return input.IsAtEnd ? graph : throw new StateFormatException("it goes on after its end");
    }
}
