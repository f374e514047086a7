namespace HotReload.Conformance.Programs;

/// <summary>No program can be made with the properties that a case asks for.</summary>
sealed class UnusableProjectException(string message, Exception? inner = null) : Exception(message, inner);
