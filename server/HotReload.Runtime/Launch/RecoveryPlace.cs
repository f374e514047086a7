using HotReload.Runtime.Processes;

namespace HotReload.Runtime.Launch;

/// <summary>Where a program that outlives its server is found by the next one.</summary>
/// <param name="Folder">The session's folder, which nobody but this user may read.</param>
/// <param name="Owner">The editor: the program does not outlive it.</param>
public sealed record RecoveryPlace(string Folder, ProcessIdentity Owner);
