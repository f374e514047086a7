namespace HotReload.JsonRpc.Messages;

/// <summary>A received message, its payload still as it came.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, if it has a valid one.</param>
/// <param name="Method">The method of a request or notification, else empty.</param>
/// <param name="Payload">Parameters, result or error as JSON; empty when absent.</param>
/// <param name="Sentence">What is wrong with it, for the two bad kinds, else empty. Never quotes the message.</param>
readonly record struct IncomingMessage(
    IncomingKind Kind,
    JsonRpcId? Id,
    string Method,
    ReadOnlyMemory<byte> Payload,
    string Sentence)
{
    public static IncomingMessage Unreadable(string sentence) => new(IncomingKind.Unreadable, null, "", default, sentence);

    public static IncomingMessage Invalid(JsonRpcId? id, string sentence) => new(IncomingKind.Invalid, id, "", default, sentence);
}
