namespace HotReload.Conformance.Programs;

/// <summary>A program ended, or did not answer in time.</summary>
/// <param name="message">What happened.</param>
sealed class ProgramLostException(string message) : Exception(message);
