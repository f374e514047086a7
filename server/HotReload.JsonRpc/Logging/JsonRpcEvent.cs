namespace HotReload.JsonRpc.Logging;

/// <summary>One thing a connection tells. Never holds a message's body.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Method">The method it happened to, cut to a sane length; empty if none.</param>
/// <param name="Sentence">One sentence for people.</param>
/// <param name="Exception">What a handler threw, or null.</param>
public readonly record struct JsonRpcEvent(JsonRpcEventKind Kind, string Method, string Sentence, Exception? Exception = null);
