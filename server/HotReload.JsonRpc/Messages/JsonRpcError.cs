using System.Text.Json;

namespace HotReload.JsonRpc.Messages;

/// <summary>The error of an answer, as it is on the wire.</summary>
/// <param name="Code">One of <see cref="JsonRpcErrorCodes"/>, or the method's own.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Data">What else there is to know, or null.</param>
public sealed record JsonRpcError(int Code, string Message, JsonElement? Data = null);
