namespace HotReload.Core.Ports;

/// <summary>Which of its streams a program wrote to.</summary>
public enum OutputKind
{
    Stdout,
    Stderr,
}
