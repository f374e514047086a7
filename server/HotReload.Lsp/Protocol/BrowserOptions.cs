using System.Collections.Immutable;

namespace HotReload.Lsp.Protocol;

/// <summary>What pages of web programs are to be like; all of it can be left out.</summary>
/// <param name="Overlay">Whether errors are shown over the page; true by default.</param>
/// <param name="Morph">Whether pages fetch themselves again after a change of code; true by default.</param>
/// <param name="Indicator">Whether the mark in the page's corner is shown; true by default.</param>
/// <param name="Hosts">Names under which programs may be reached besides the machine's own: a name, or <c>.name</c> for all below it.</param>
public sealed record BrowserOptions(bool? Overlay = null, bool? Morph = null, bool? Indicator = null, ImmutableArray<string>? Hosts = null);
