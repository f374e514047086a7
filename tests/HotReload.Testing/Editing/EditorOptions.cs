using System.Collections.Immutable;
using HotReload.Lsp.Protocol;
using HotReload.Testing.Waiting;

namespace HotReload.Testing.Editing;

/// <summary>What kind of editor to be.</summary>
/// <param name="Root">The workspace folder. Full path.</param>
public sealed record EditorOptions(string Root)
{
    /// <summary>What to say under <c>initializationOptions</c>.</summary>
    public InitializationOptions Initialization { get; init; } = new();

    /// <summary>The longest wait; <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan Guard { get; init; } = HangGuard.Default;

    /// <summary>The server's assembly; null: the one that was built in this repository.</summary>
    public string? Server { get; init; }

    /// <summary>Variables of the server's environment, on top of those of the tests.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Runs a command line in a terminal, when the server asks for it.</summary>
    public Func<RunInTerminalParams, ValueTask>? RunInTerminal { get; init; }
}
