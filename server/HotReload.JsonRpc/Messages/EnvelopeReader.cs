using System.Text.Json;
using System.Text.Unicode;

namespace HotReload.JsonRpc.Messages;

/// <summary>
/// Reads the envelope of a message in one pass without building a document. The pass also proves that the whole body is JSON
/// within the depth limit, so that what reads the payload later can't meet anything else.
/// </summary>
static class EnvelopeReader
{
    /// <summary>How deep a message may nest, the envelope included.</summary>
    public const int MaxDepth = 64;

    static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    public static IncomingMessage Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return IncomingMessage.Unreadable("The message is not UTF-8.");
        }

        try
        {
            return ReadMessage(body);
        }
        catch (JsonException exception)
        {
            return IncomingMessage.Unreadable(
                $"The message is not JSON of at most {MaxDepth} levels (line {exception.LineNumber}, byte {exception.BytePositionInLine}).");
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone is JSON, but no text: the reader refuses to make a string of it.
            return IncomingMessage.Invalid(null, "The method or id of the message is not Unicode text.");
        }
    }

    /// <summary>The id in the parameters of a cancellation; null if there is none.</summary>
    public static JsonRpcId? ReadCancelledId(ReadOnlyMemory<byte> parameters)
    {
        Envelope envelope = default;
        Utf8JsonReader reader = new(parameters.Span, Options);
        if (!parameters.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            envelope.ReadMembers(ref reader, parameters);
        }

        return envelope.Id;
    }

    static IncomingMessage ReadMessage(ReadOnlyMemory<byte> body)
    {
        Utf8JsonReader reader = new(body.Span, Options);
        reader.Read();
        Envelope envelope = default;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        bool isBatch = reader.TokenType == JsonTokenType.StartArray;
        if (isObject)
        {
            envelope.ReadMembers(ref reader, body);
        }
        else
        {
            reader.Skip();
        }

        // Throws if anything but space follows.
        reader.Read();
        return isObject ? envelope.ToMessage()
            : IncomingMessage.Invalid(null, isBatch ? "Batches of messages are not supported." : "The message is not an object.");
    }
}
