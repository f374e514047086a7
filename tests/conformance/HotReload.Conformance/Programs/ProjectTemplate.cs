using System.Collections.Immutable;
using HotReload.Conformance.Cases;
using HotReload.Engine.Sdk;
using HotReload.Engine.Session;
using HotReload.Runtime.Processes;
using HotReload.Testing.Fixtures;

namespace HotReload.Conformance.Programs;

/// <summary>A built and evaluated project without code of its own, from which programs of all cases with its properties are made.</summary>
sealed class ProjectTemplate : IDisposable
{
    /// <summary>The program of cases that have no entry point. It compiles in every version of the language.</summary>
    public const string HostFile = "ConformanceHost.cs";

    const string Host = """
        static class ConformanceHost
        {
            static void Main()
            {
                System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);
            }
        }
        """;

    readonly Fixture _fixture;
    readonly EngineProgram _engine;
    readonly string _sessions;
    int _forks;

    ProjectTemplate(string key, Fixture fixture, EngineProgram engine, string sessions) =>
        (Key, _fixture, _engine, _sessions) = (key, fixture, engine, sessions);

    /// <summary>See <see cref="ConformanceCase.ProjectKey"/>.</summary>
    public string Key { get; }

    /// <summary>The project's folder; the files of cases lie in it, though not on disk.</summary>
    public string Folder => _fixture.Root;

    /// <summary>Builds the project, unless an earlier run did, and evaluates it. Roslyn must be bound.</summary>
    /// <exception cref="UnusableProjectException">It can't be built.</exception>
    public static async Task<ProjectTemplate> LoadAsync(
        ConformanceCase example, SdkInstallation sdk, string sessions, CancellationToken cancellationToken)
    {
        var source = FixtureSource.Inline("conformance", $"""
            //- /Case.csproj
            {ProjectText(example)}
            //- /{HostFile}
            {Host}
            """);
        var fixture = await BuildAsync(source, example, cancellationToken);
        try
        {
            var options = new LoadOptions(fixture.PathTo("Case.csproj"), null, Path.Combine(sessions, "template"))
            {
                // What a step comes to must not depend on how busy the machine is.
                Patience = Timeout.InfiniteTimeSpan,
            };
            var engine = await EngineProgram.LoadAsync(
                sdk, options, new BuildHostWatch(new Progress<string>(), TimeProvider.System), cancellationToken);
            return new(example.ProjectKey, fixture, engine, sessions);
        }
        catch
        {
            fixture.Dispose();
            throw;
        }
    }

    /// <summary>A program that is still to be given its text.</summary>
    public EngineProgram Fork() => _engine.Fork(Path.Combine(_sessions, FormattableString.Invariant($"{_forks++}")));

    public void Dispose()
    {
        _engine.Dispose();
        _fixture.Dispose();
    }

    static async Task<Fixture> BuildAsync(FixtureSource source, ConformanceCase example, CancellationToken cancellationToken)
    {
        try
        {
            return await Fixture.OpenAsync(source, cancellationToken: cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new UnusableProjectException($"A project with {example.ProjectKey} can't be built. {exception.Message}", exception);
        }
    }

    static string ProjectText(ConformanceCase example)
    {
        // A library is no program; its host is, and so the whole is one.
        var properties = (example.Project ?? ImmutableSortedDictionary<string, string>.Empty)
            .Where(pair => pair is not { Key: "OutputType", Value: "Library" })
            .Select(pair => $"    <{pair.Key}>{System.Security.SecurityElement.Escape(pair.Value)}</{pair.Key}>");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
            {string.Join('\n', properties)}
              </PropertyGroup>
            </Project>
            """;
    }
}
