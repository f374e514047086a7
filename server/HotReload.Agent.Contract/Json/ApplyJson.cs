using System.Text.Json;

namespace HotReload.Agent.Contract.Json;

/// <summary>An apply and its answer on the wire.</summary>
internal static class ApplyJson
{
    public static byte[] Request(int id, string method, AgentGeneration generation) =>
        JsonRpcWriting.Request(id, method, writer => GenerationJson.Write(writer, generation));

    public static byte[] Result(int id, AgentApplyResult result) => JsonRpcWriting.Answer(id, writer =>
    {
        ModuleReloadJson.WriteList(writer, result.Modules);
        HandlerFailureJson.WriteList(writer, "handlerFailures", result.HandlerFailures);
        writer.WriteNumber("applyMs", result.ApplyMilliseconds);
        writer.WriteNumber("handlersMs", result.HandlersMilliseconds);
        writer.WriteNumber("pages", result.Pages);
        writer.WriteBoolean("watchesCalls", result.WatchesCalls);
        StateResultJson.Write(writer, "state", result.State);
    });

    public static AgentApplyResult ReadResult(JsonElement body) => new(
        ModuleReloadJson.ReadList(body),
        body.ListMember("handlerFailures", HandlerFailureJson.Read),
        body.NumberMember("applyMs"),
        body.NumberMember("handlersMs"),
        body.BooleanMember("watchesCalls"),
        body.Int32Member("pages"))
    {
        State = StateResultJson.Read(body.Member("state", JsonValueKind.Object)),
    };
}
