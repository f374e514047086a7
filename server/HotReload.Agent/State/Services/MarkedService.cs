namespace HotReload.Agent.State.Services;

/// <summary>A singleton whose type is marked.</summary>
/// <param name="Value">It.</param>
/// <param name="Key">Under which key the container has it, as text; empty where under none.</param>
sealed record MarkedService(object Value, string Key);
