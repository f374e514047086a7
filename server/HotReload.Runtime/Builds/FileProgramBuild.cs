using System.Collections.Immutable;
using System.Text.Json;

namespace HotReload.Runtime.Builds;

/// <summary>Builds a file-based program, and asks the build how it did that.</summary>
/// <remarks>
/// The project of such a program exists only in the memory of the SDK's command line. What the build says of itself
/// (<c>-getItem</c>, <c>-getProperty</c>) is the one public way to it that needs no file beside the user's.
/// </remarks>
/// <param name="dotnet">Full path of the <c>dotnet</c> executable.</param>
/// <param name="folder">An existing folder for what the build says.</param>
public sealed class FileProgramBuild(string dotnet, string folder)
{
    /// <summary>Runs the build. Cancellation ends it with all its children.</summary>
    /// <returns>How the build ended, and what it made where it succeeded.</returns>
    public async Task<(BuildResult Result, FileProgramOutput? Output)> RunAsync(
        string path, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var answer = Path.Combine(folder, "build.json");
        var request = new BuildRequest(path,
        [
            // Asked without a target, MSBuild would only evaluate.
            "-t:Build",

            // The compiler's command line is there only where the compiler is called, so it must not be up to date.
            "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
            "-getItem:CscCommandLineArgs", "-getItem:ProjectReference", "-getItem:IntermediateAssembly", "-getProperty:TargetPath",
            $"-getResultOutputFile:{answer}",
        ]);
        File.Delete(answer);
        var result = await new DotnetBuild(dotnet).RunAsync(request, progress, cancellationToken);
        return (result, result.Succeeded && File.Exists(answer) ? Read(await File.ReadAllBytesAsync(answer, cancellationToken)) : null);
    }

    /// <summary>Reads what the build said; null where it does not say all that was asked.</summary>
    internal static FileProgramOutput? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var items = document.RootElement.GetProperty("Items");
            var arguments = Of(items, "CscCommandLineArgs", "Identity");
            return arguments.IsEmpty ? null : new(
                arguments,
                document.RootElement.GetProperty("Properties").GetProperty("TargetPath").GetString()!,
                Of(items, "IntermediateAssembly", "FullPath")[0],
                Of(items, "ProjectReference", "FullPath"));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    static ImmutableArray<string> Of(JsonElement items, string name, string metadata) =>
        [.. items.GetProperty(name).EnumerateArray().Select(item => item.GetProperty(metadata).GetString()!)];
}
