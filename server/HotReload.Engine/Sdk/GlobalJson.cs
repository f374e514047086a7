using System.Text.Json;

namespace HotReload.Engine.Sdk;

/// <summary>The part of a <c>global.json</c> that chooses the SDK.</summary>
internal sealed record GlobalJson(string Path, string Version, string RollForward)
{
    static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the file; one that can't be read or asks for no version chooses nothing.</summary>
    public static GlobalJson? TryRead(string path)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
            using var document = JsonDocument.Parse(bytes.Span.StartsWith(Utf8Bom) ? bytes[Utf8Bom.Length..] : bytes, s_options);
            if (!document.RootElement.TryGetProperty("sdk", out var sdk) || !sdk.TryGetProperty("version", out var version))
            {
                return null;
            }

            var rollForward = sdk.TryGetProperty("rollForward", out var value) ? value.GetString() : null;
            return version.GetString() is { } text ? new(path, text, rollForward ?? "patch") : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether an SDK may stand for the one asked for. A resolver that finds no fit falls back to the newest SDK of
    /// the machine, which the command line would refuse; so the rule is checked once more here.
    /// </summary>
    public bool Accepts(string installed)
    {
        if (!SdkLocator.TryParse(Version, out var wanted) || !SdkLocator.TryParse(installed, out var have))
        {
            return true;
        }

        var sameBand = have.Major == wanted.Major && have.Minor == wanted.Minor && have.Build / 100 == wanted.Build / 100;
        return have >= wanted && RollForward switch
        {
            "disable" => have == wanted,
            "patch" or "latestPatch" => sameBand,
            "feature" or "latestFeature" => have.Major == wanted.Major && have.Minor == wanted.Minor,
            "minor" or "latestMinor" => have.Major == wanted.Major,
            _ => true,
        };
    }
}
