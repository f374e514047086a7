using HotReload.JsonRpc.Messages;

namespace HotReload.JsonRpc.Connection;

/// <summary>A request or notification on its way to its handler.</summary>
/// <param name="Message">The message.</param>
/// <param name="Bytes">What it holds in memory.</param>
/// <param name="Cancel">What cancels a request; null for a notification.</param>
readonly record struct IncomingCall(IncomingMessage Message, int Bytes, CancellationTokenSource? Cancel);
