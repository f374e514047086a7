namespace HotReload.Core.Ports;

/// <summary>A piece of what a program wrote, line ends included as they came.</summary>
public readonly record struct ProgramOutput(int ProcessId, OutputKind Kind, string Text);
