using HotReload.Core.Ports;

namespace HotReload.Lsp.Protocol;

/// <summary>Parameters of the notification <c>hotReload/output</c>: what the program wrote.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="ProcessId">The process that wrote it.</param>
/// <param name="Kind">Which of its streams.</param>
/// <param name="Text">As it came; not cut at line ends.</param>
public sealed record OutputParams(string Session, int ProcessId, OutputKind Kind, string Text);
