using System.Collections.Immutable;
using System.Text.Json;

namespace HotReload.Runtime.Profiles;

/// <summary>Reads launchSettings.json as leniently as the tools of the SDK do, value by value.</summary>
static class LaunchSettingsJson
{
    static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    public static LaunchSettings Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var text = utf8.Span.StartsWith(Utf8Bom) ? utf8[Utf8Bom.Length..] : utf8;
            using var document = JsonDocument.Parse(text, Lenient);
            return new(Read(document.RootElement), null);
        }
        catch (JsonException exception)
        {
            return new([], $"launchSettings.json is not valid: {exception.Message}");
        }
    }

    static ImmutableArray<LaunchProfile> Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("profiles", out var profiles)
            || profiles.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var list = ImmutableArray.CreateBuilder<LaunchProfile>();
        foreach (var member in profiles.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object
                && KindOf(Text(member.Value, "commandName")) is { } kind)
            {
                list.Add(ReadProfile(member.Name, kind, member.Value));
            }
        }

        return list.ToImmutable();
    }

    static LaunchProfile ReadProfile(string name, LaunchProfileKind kind, JsonElement profile) => new(
        name,
        kind,
        CommandLine.Split(Text(profile, "commandLineArgs") ?? ""),
        Text(profile, "executablePath"),
        Text(profile, "workingDirectory"),
        Variables(profile),
        Text(profile, "applicationUrl"),
        Flag(profile, "launchBrowser"),
        Text(profile, "launchUrl"),
        Flag(profile, "dotnetRunMessages"));

    static LaunchProfileKind? KindOf(string? commandName) => commandName?.ToUpperInvariant() switch
    {
        "PROJECT" => LaunchProfileKind.Project,
        "EXECUTABLE" => LaunchProfileKind.Executable,
        _ => null,
    };

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text ? text : null;

    // Templates have written both true and "true".
    static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        && (value.ValueKind == JsonValueKind.True
            || (value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out var flag) && flag));

    static ImmutableDictionary<string, string> Variables(JsonElement profile)
    {
        var variables = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (profile.TryGetProperty("environmentVariables", out var member) && member.ValueKind == JsonValueKind.Object)
        {
            foreach (var variable in member.EnumerateObject())
            {
                var value = variable.Value;
                variables[variable.Name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            }
        }

        return variables.ToImmutable();
    }
}
