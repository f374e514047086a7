namespace HotReload.Agent.State.Capture;

/// <summary>State goes beyond a limit. Its message is a sentence for people.</summary>
sealed class StateLimitException(string message) : Exception(message);
