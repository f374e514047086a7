namespace HotReload.Core.Reload;

/// <summary>The first call of a method since a reload changed it.</summary>
/// <param name="Generation">The generation that changed it.</param>
/// <param name="ModuleId">Its module.</param>
/// <param name="Method">Its metadata token.</param>
public sealed record MethodCall(int Generation, Guid ModuleId, int Method);
