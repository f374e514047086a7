namespace HotReload.Core.Reload;

/// <summary>What one process did with one module's delta.</summary>
/// <param name="ModuleId">The module's MVID.</param>
/// <param name="AssemblyName">The assembly's simple name.</param>
/// <param name="Outcome">What happened.</param>
/// <param name="Copies">How many loaded copies (one per load context) took it.</param>
/// <param name="Error">The runtime's reason, when it failed.</param>
public sealed record ModuleReload(Guid ModuleId, string AssemblyName, ModuleOutcome Outcome, int Copies, string? Error);
