using System.Collections.Immutable;
using HotReload.Benchmarks.Scenarios;
using HotReload.Testing.Fixtures;
using HotReload.Testing.Probing;

namespace HotReload.Benchmarks.Tools;

/// <summary>A tool's own copy of the program, and its own url.</summary>
public sealed class Workplace : IDisposable
{
    readonly Fixture _fixture;

    Workplace(Scenario scenario, Fixture fixture)
    {
        Scenario = scenario;
        _fixture = fixture;
    }

    /// <summary>What is measured.</summary>
    public Scenario Scenario { get; }

    /// <summary>Where the program shall listen.</summary>
    public string Url { get; } = FreePort.NextUrl();

    /// <summary>The copy's folder.</summary>
    public string Root => _fixture.Root;

    /// <summary>The project file of the copy.</summary>
    public string Project => _fixture.PathTo(Scenario.Project);

    /// <summary>Variables for the program, the same for both tools.</summary>
    public ImmutableDictionary<string, string> Environment =>
        ImmutableDictionary<string, string>.Empty
            .Add("ASPNETCORE_URLS", Url)
            .Add("ASPNETCORE_ENVIRONMENT", "Development")
            .Add("DOTNET_ENVIRONMENT", "Development");

    /// <summary>Takes a built copy of the scenario's program.</summary>
    public static async Task<Workplace> TakeAsync(Scenario scenario, CancellationToken cancellationToken) =>
        new(scenario, await Fixture.OpenAsync(scenario.Source, FixtureState.Built, cancellationToken));

    /// <summary>The full path of a file of the copy.</summary>
    public string PathTo(string file) => _fixture.PathTo(file);

    /// <inheritdoc/>
    public void Dispose() => _fixture.Dispose();
}
