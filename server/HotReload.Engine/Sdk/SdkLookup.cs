namespace HotReload.Engine.Sdk;

/// <summary>The answer to the question which SDK builds a folder: exactly one of the two is set.</summary>
public sealed record SdkLookup(SdkInstallation? Found, string? Error);
