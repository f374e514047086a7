using System.Collections.Immutable;

namespace HotReload.Runtime.Profiles;

/// <summary>The variables that a launch profile gives a program, by the rules of <c>dotnet run</c>.</summary>
public static class LaunchEnvironment
{
    const string Urls = "ASPNETCORE_URLS";
    const string ProfileName = "DOTNET_LAUNCH_PROFILE";

    /// <summary>The profile's variables, its name, and its addresses unless its variables name other ones.</summary>
    public static ImmutableDictionary<string, string?> Of(LaunchProfile profile, ApplicationUrls urls)
    {
        var variables = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        variables[ProfileName] = profile.Name;
        if (!urls.Urls.IsEmpty)
        {
            variables[Urls] = string.Join(';', urls.Urls);
        }

        foreach (var (name, value) in profile.Environment)
        {
            variables[name] = System.Environment.ExpandEnvironmentVariables(value);
        }

        return variables.ToImmutable();
    }
}
