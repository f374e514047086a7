using HotReload.Core.Reload;

namespace HotReload.Lsp.Protocol;

/// <summary>The result of <c>hotReload/state</c>: what the program marks, as it is now, for people to read.</summary>
/// <param name="Json">JSON, indented: types, their places, and all that these lead to.</param>
/// <param name="Objects">How many objects are in it.</param>
/// <param name="State">What is in it whole, and what is not, with the reason.</param>
public sealed record StateDocument(string Json, int Objects, StateSummary State);
