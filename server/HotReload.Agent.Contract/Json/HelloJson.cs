using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>The handshake on the wire.</summary>
internal static class HelloJson
{
    public static AgentHello Read(JsonElement body) => new(
        body.Int32Member("protocol"),
        body.TextMember("secret"),
        body.Int32Member("processId"),
        body.TextMember("runtimeVersion"),
        body.ListMember("capabilities", static item => item.ToText("capabilities")));

    /// <summary>
    /// Writes the request without a JSON writer: it is on the path of every program start, where loading one costs
    /// milliseconds. All its texts are ASCII words without quotes or backslashes.
    /// </summary>
    public static byte[] Request(AgentHello hello)
    {
        var capabilities = string.Join("\",\"", hello.Capabilities);
        if (capabilities.Length > 0)
        {
            capabilities = "\"" + capabilities + "\"";
        }

        var text = string.Concat(
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"" + AgentProtocol.Hello + "\",\"params\":{\"protocol\":",
            hello.Protocol.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ",\"secret\":\"" + hello.Secret + "\",\"processId\":"
                + hello.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ",\"runtimeVersion\":\"" + hello.RuntimeVersion + "\",\"capabilities\":[" + capabilities + "]}}");
        return System.Text.Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Reads the answer: what to replay, and the state to restore then, if any.</summary>
    public static (AgentGeneration[] Generations, AgentRestore? State) ReadResult(JsonElement body)
    {
        if (body.Member("accepted", JsonValueKind.True).ValueKind != JsonValueKind.True)
        {
            throw new AgentFormatException("The server did not accept this process.");
        }

        return (
            body.ListMember("generations", GenerationJson.Read),
            body.TryMember("state", out var state) ? StateJson.ReadRestore(state) : null);
    }

    /// <summary>Writes the answer of a server that accepts.</summary>
    public static byte[] Result(IReadOnlyList<AgentGeneration> generations, AgentRestore? state)
    {
        if (generations.Count == 0 && state is null)
        {
            return AgentProtocol.AcceptedWithoutReplay.ToArray();
        }

        return JsonRpcWriting.Answer(AgentProtocol.HelloId, writer =>
        {
            writer.WriteBoolean("accepted", true);
            writer.WriteStartArray("generations");
            foreach (var generation in generations)
            {
                writer.WriteStartObject();
                GenerationJson.Write(writer, generation);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (state is not null)
            {
                writer.WriteStartObject("state");
                StateJson.Write(writer, state);
                writer.WriteEndObject();
            }
        });
    }
}
