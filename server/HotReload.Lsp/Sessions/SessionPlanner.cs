using System.Collections.Immutable;
using HotReload.Lsp.Protocol;
using HotReload.Lsp.Workspace;
using HotReload.Runtime.Profiles;

namespace HotReload.Lsp.Sessions;

/// <summary>Turns the parameters of a start into a plan, by the rules of <c>dotnet run</c>.</summary>
internal sealed class SessionPlanner(WorkspaceFolders folders, IDeveloperCertificate certificate)
{
    /// <exception cref="JsonRpc.Messages.JsonRpcException">It can't be run; the error says why and what to do.</exception>
    public SessionPlan Plan(StartParams parameters)
    {
        var project = FindProject(parameters.Project);
        var folder = Path.GetDirectoryName(project)!;
        var profile = ChooseProfile(project, parameters.LaunchProfile);
        var urls = ApplicationUrls.From(profile?.ApplicationUrl, certificate);
        if (!urls.IsUsable)
        {
            throw RequestFailure.Of(ErrorCodes.NotStarted, urls.Message!);
        }

        var environment = profile is null ? ImmutableDictionary<string, string?>.Empty : LaunchEnvironment.Of(profile, urls);
        foreach (var (name, value) in parameters.Environment ?? [])
        {
            environment = environment.SetItem(name, value);
        }

        var listening = Listening(environment);
        return new(
            project,
            parameters.TargetFramework,
            profile?.Name,
            profile?.Kind == LaunchProfileKind.Executable ? profile.ExecutablePath : null,
            parameters.Args ?? profile?.Arguments ?? [],
            WorkingDirectory(parameters.WorkingDirectory ?? profile?.WorkingDirectory, folder),
            environment,
            listening,
            profile?.LaunchBrowser == true && parameters.LaunchBrowser != false ? LaunchPage.Find(profile.LaunchUrl, listening) : null,
            parameters.Terminal ?? TerminalKind.Server,
            urls.Message is null ? [] : [urls.Message]);
    }

    string FindProject(string? wanted)
    {
        if (wanted is not null && File.Exists(wanted))
        {
            return SourceFiles.IsProjectItself(wanted) || SourceFiles.IsProgram(wanted) ? Path.GetFullPath(wanted) : throw RequestFailure.Of(
                ErrorCodes.NoProject, $"{wanted} is no project. Name a .csproj file, a C# file that is a program of its own, or a folder.");
        }

        if (wanted is not null && !Directory.Exists(wanted))
        {
            throw RequestFailure.Of(ErrorCodes.NoProject, $"{wanted} does not exist.");
        }

        IReadOnlyList<string> searched = wanted is null ? folders.Paths : [wanted];
        var found = ProjectFinder.Find(searched);
        return found switch
        {
            [var only] => only.Path,
            [] => throw RequestFailure.Of(
                ErrorCodes.NoProject,
                $"No project that can be run was found in {(searched.Count == 0 ? "the workspace, which has no folder" : string.Join(", ", searched))}. "
                + "Name the project file in 'project'."),
            _ => throw RequestFailure.Of(
                ErrorCodes.SeveralProjects,
                $"Several projects can be run: {string.Join(", ", found.Select(project => project.Path))}. Name one in 'project'."),
        };
    }

    static LaunchProfile? ChooseProfile(string project, string? name)
    {
        if (name is { Length: 0 })
        {
            return null;
        }

        var choice = LaunchSettings.Read(project).Choose(name);
        return choice.Error is null ? choice.Profile : throw RequestFailure.Of(ErrorCodes.UnknownProfile, choice.Error);
    }

    static string WorkingDirectory(string? wanted, string projectFolder) =>
        wanted is null ? projectFolder : Path.GetFullPath(Environment.ExpandEnvironmentVariables(wanted), projectFolder);

    static ImmutableArray<string> Listening(ImmutableDictionary<string, string?> environment) =>
        environment.TryGetValue("ASPNETCORE_URLS", out var urls) && urls is not null
            ? [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [];
}
