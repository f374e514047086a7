namespace HotReload.Agent.Contract;

/// <summary>An error, as a page shows it; lines and characters count from 0.</summary>
internal sealed record AgentPageProblem(string Code, string Message, string File, int Line, int Character);
