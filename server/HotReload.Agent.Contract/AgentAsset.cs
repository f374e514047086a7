namespace HotReload.Agent.Contract;

/// <summary>A static file that has changed.</summary>
/// <param name="Routes">Where the program serves it, without a slash at the start; none where that is not known.</param>
/// <param name="Name">Its file's name, for pages to find it by where there is no route.</param>
/// <param name="Kind">What pages do about it: <c>style</c>, <c>image</c>, <c>font</c>, <c>script</c>, <c>markup</c> or <c>data</c>.</param>
/// <param name="Text">What is served in the place of the disk's file; null where the disk is right.</param>
internal sealed record AgentAsset(IReadOnlyList<string> Routes, string Name, string Kind, string? Text);
