using HotReload.Testing.Probing;

namespace HotReload.Benchmarks.Tools;

/// <summary>A tool that keeps a program running and brings edits into it.</summary>
public interface IReloadTool : IAsyncDisposable
{
    /// <summary>What the program writes to its standard output, as it comes through the tool.</summary>
    OutputText Output { get; }

    /// <summary>The id of the tool's own process: that which holds the compiler.</summary>
    int ProcessId { get; }

    /// <summary>Opens what the tool is a part of, and waits until it has got itself ready there: the editor.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Starts the tool, where it does not run yet, and through it the program. Returns when the tool itself says so, or at once if it says nothing.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Makes a file have this text in the editor; the disk has the old one still, or no such file.</summary>
    Task ChangeAsync(string file, string text, CancellationToken cancellationToken);

    /// <summary>Saves the file.</summary>
    Task SaveAsync(string file, CancellationToken cancellationToken);
}
