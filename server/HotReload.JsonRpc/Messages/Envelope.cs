using System.Text.Json;

namespace HotReload.JsonRpc.Messages;

/// <summary>The members of a message while it is being read. Members that JSON-RPC doesn't name are passed over.</summary>
struct Envelope
{
    bool _isVersion2;
    bool _hasId;
    bool _hasMethod;
    string? _method;
    ReadOnlyMemory<byte> _parameters;
    ReadOnlyMemory<byte> _result;
    ReadOnlyMemory<byte> _error;

    public JsonRpcId? Id { get; private set; }

    /// <summary>Reads from the start of an object to its end.</summary>
    public void ReadMembers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("params"u8))
            {
                _parameters = ReadValue(ref reader, body);
            }
            else if (reader.ValueTextEquals("method"u8))
            {
                reader.Read();
                _hasMethod = true;
                _method = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                _hasId = true;
                Id = JsonRpcId.Read(ref reader);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("jsonrpc"u8))
            {
                reader.Read();
                _isVersion2 = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8);
                reader.Skip();
            }
            else
            {
                ReadAnswerOrSkip(ref reader, body);
            }
        }
    }

    public readonly IncomingMessage ToMessage()
    {
        if (!_isVersion2)
        {
            // An answer's id is one of ours: sent back, it would look like an answer to a request of the peer's.
            bool isAnswer = !_hasMethod && !(_result.IsEmpty && _error.IsEmpty);
            return IncomingMessage.Invalid(isAnswer ? null : Id, "The message does not say \"jsonrpc\": \"2.0\".");
        }

        return _hasMethod ? ToCall() : ToAnswer();
    }

    readonly IncomingMessage ToCall()
    {
        if (_method is null)
        {
            return IncomingMessage.Invalid(Id, "The method is not a string.");
        }

        if (_hasId && Id is null)
        {
            return IncomingMessage.Invalid(null, "The id is neither a string nor an integer.");
        }

        return new IncomingMessage(_hasId ? IncomingKind.Request : IncomingKind.Notification, Id, _method, _parameters, "");
    }

    readonly IncomingMessage ToAnswer()
    {
        // Some peers send "error": null beside a result.
        if (!_error.IsEmpty && !_error.Span.SequenceEqual("null"u8))
        {
            return new IncomingMessage(IncomingKind.Error, Id, "", _error, "");
        }

        return _result.IsEmpty
            ? IncomingMessage.Invalid(Id, "The message has neither a method nor a result nor an error.")
            : new IncomingMessage(IncomingKind.Result, Id, "", _result, "");
    }

    void ReadAnswerOrSkip(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        if (reader.ValueTextEquals("result"u8))
        {
            _result = ReadValue(ref reader, body);
        }
        else if (reader.ValueTextEquals("error"u8))
        {
            _error = ReadValue(ref reader, body);
        }
        else
        {
            reader.Skip();
        }
    }

    static ReadOnlyMemory<byte> ReadValue(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body[start..(int)reader.BytesConsumed];
    }
}
