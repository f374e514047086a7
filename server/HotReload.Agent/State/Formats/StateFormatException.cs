namespace HotReload.Agent.State.Formats;

/// <summary>A state file that is not what it should be. Its message says what is wrong, as a sentence without a full stop.</summary>
sealed class StateFormatException(string message, Exception? inner = null) : Exception(message, inner);
