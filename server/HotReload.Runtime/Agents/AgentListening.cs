using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Runtime.Agents;

/// <summary>Who is told what an agent says unasked. All of it is called on the channel's reading thread.</summary>
/// <param name="Loaded">A module that was pending has been loaded.</param>
/// <param name="Faulted">Why the program's code fails after a change.</param>
/// <param name="Noticed">Something happened in a page.</param>
sealed record AgentListening(Action<ModuleReload>? Loaded, Action<string>? Faulted, Action<IProgramPages, PageNotice>? Noticed);
