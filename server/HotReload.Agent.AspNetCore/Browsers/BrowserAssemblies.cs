using Microsoft.Extensions.FileProviders;

namespace HotReload.Agent.AspNetCore.Browsers;

/// <summary>The assemblies that the program serves for browsers to run, as WebAssembly. Whoever opens its pages has them.</summary>
/// <param name="files">What the program serves from its web root.</param>
sealed class BrowserAssemblies(IFileProvider files)
{
    const string Folder = "_framework";
    const string Ending = ".wasm";

    readonly Lazy<HashSet<string>> _names = new(() =>
    [
        .. files.GetDirectoryContents(Folder).Select(file => file.Name).Where(name => name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            .Select(name => name[..^Ending.Length]),
    ]);

    /// <summary>Whether the SDK's agent is among them, without which browsers take no deltas. A build as Debug has it, for .NET 10 and later.</summary>
    public bool TakeDeltas => Has("Microsoft.DotNet.HotReload.WebAssembly.Browser");

    /// <summary>Whether an assembly, by its simple name, is one of them. Its file has a fingerprint in its name, or none.</summary>
    public bool Has(string assembly) =>
        _names.Value.Contains(assembly) || _names.Value.Any(name => name.LastIndexOf('.') is > 0 and var end && name.AsSpan(0, end).SequenceEqual(assembly));
}
