namespace HotReload.Lsp.Sessions;

/// <summary>Tells a program that failed from one that was done, or was ended by somebody.</summary>
internal static class Crash
{
    /// <summary>128 and the number of the signal: how shells and .NET tell of an end by a signal.</summary>
    const int Signals = 128;

    const int Interrupted = Signals + 2;
    const int Terminated = Signals + 15;

    /// <summary>Windows' code of an end by Ctrl+C.</summary>
    const int ControlC = unchecked((int)0xC000013A);

    /// <summary>
    /// Whether an exit code is that of an unhandled exception or of a fault: a signal that nobody sends by hand, or on Windows an
    /// error of the system. What a program returns of its own will is its answer.
    /// </summary>
    public static bool Is(int? exitCode) =>
        exitCode is (< 0 and not ControlC) or (> Signals and < 2 * Signals - 1 and not (Interrupted or Terminated));
}
