using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Methods;

/// <summary>
/// Asked before a handler is looked up, when all exclusive handlers before it have run: may this call pass, in the state we are
/// in? An error refuses it: a request is answered with it, a notification is dropped.
/// </summary>
/// <param name="method">The method called.</param>
/// <param name="kind">Whether it wants an answer.</param>
/// <returns>Null to let it pass.</returns>
public delegate JsonRpcError? JsonRpcAdmission(string method, JsonRpcCallKind kind);
