namespace HotReload.Agent.Contract;

/// <summary>A message that is not what the protocol says. The peer that sent it is not talked to any more.</summary>
internal sealed class AgentFormatException(string message, Exception? inner = null) : Exception(message, inner);
