using System.Text.Encodings.Web;
using System.Text.Json;
using HotReload.Agent.State.Graph;

namespace HotReload.Agent.State.Formats;

/// <summary>
/// The form for reading: the same graph as JSON. Texts, booleans, null and 32-bit integers stand as they are, all other values as an
/// object with their kind for a name.
/// </summary>
sealed class JsonFormat : IStateFormat
{
    // It is not put into a page: what can be read should be.
    static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Write(StateGraph graph)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            new JsonWriting(graph, writer).Run();
        }

        return stream.ToArray();
    }

    public StateGraph Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var graph = JsonReading.Graph(document.RootElement);
            GraphCheck.Run(graph);
            return graph;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new StateFormatException($"it is no state in JSON ({exception.Message})", exception);
        }
    }
}
