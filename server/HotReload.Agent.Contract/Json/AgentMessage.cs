using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>A JSON-RPC message, parsed but not interpreted.</summary>
internal sealed class AgentMessage : IDisposable
{
    readonly JsonDocument _document;

    AgentMessage(JsonDocument document, int? id, string? method, JsonElement body, string? error)
    {
        _document = document;
        Id = id;
        Method = method;
        Body = body;
        Error = error;
    }

    /// <summary>Null for a notification.</summary>
    public int? Id { get; }

    /// <summary>Null for an answer.</summary>
    public string? Method { get; }

    /// <summary>The params of a request or notification, the result of an answer; valid until disposal.</summary>
    public JsonElement Body { get; }

    /// <summary>The error of an answer that is one.</summary>
    public string? Error { get; }

    /// <summary>Reads a frame's body.</summary>
    /// <exception cref="AgentFormatException">It is no JSON-RPC message of this protocol.</exception>
    public static AgentMessage Parse(ReadOnlyMemory<byte> utf8)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8);
        }
        catch (JsonException exception)
        {
            throw new AgentFormatException("The message is not JSON.", exception);
        }

        try
        {
            return Interpret(document);
        }
        catch (AgentFormatException)
        {
            document.Dispose();
            throw;
        }
    }

    public void Dispose() => _document.Dispose();

    static AgentMessage Interpret(JsonDocument document)
    {
        var root = document.RootElement;
        int? id = root.TryMember("id", out var number) ? number.ToInt32("id") : null;
        if (root.TryMember("method", out var method))
        {
            return new(document, id, method.ToText("method"), root.Member("params", JsonValueKind.Object), null);
        }

        if (root.TryMember("error", out var error))
        {
            return new(document, id, null, default, error.Member("message", JsonValueKind.String).ToText("message"));
        }

        return new(document, id, null, root.Member("result", JsonValueKind.Object), null);
    }
}
