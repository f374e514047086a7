namespace HotReload.Engine.Session;

/// <summary>The SDK's edit-and-continue service is of a shape that no adapter knows.</summary>
public sealed class UnsupportedSdkException(string message) : Exception(message);
