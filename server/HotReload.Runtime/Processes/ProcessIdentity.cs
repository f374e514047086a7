namespace HotReload.Runtime.Processes;

/// <summary>A process that can't be mistaken for a later one with the same id.</summary>
/// <param name="Id">The operating system's id.</param>
/// <param name="Started">When it started, in a unit of the system's own; only equality means anything.</param>
readonly record struct ProcessIdentity(int Id, long Started);
