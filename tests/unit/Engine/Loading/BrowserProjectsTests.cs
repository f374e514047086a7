using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.UnitTests.Engine.Loading;

public sealed class BrowserProjectsTests
{
    [Test]
    public void Browsers_run_a_client_and_what_it_refers_to() =>
        Assert.That(Find("browser"), Is.EqualTo("Client, Shared"));

    [TestCase("Linux,macOS,Windows,browser", Description = "A class library of Razor components.")]
    [TestCase("Linux,macOS,Windows")]
    public void No_browser_need_run_what_is_for_other_platforms_too(string platforms) =>
        Assert.That(Find(platforms), Is.Empty);

    /// <summary>The names of those that browsers run, of a server with a client that both use a library.</summary>
    static string Find(string clientPlatforms)
    {
        using var workspace = new AdhocWorkspace();
        var (server, client, shared) = (Create("Server"), Create("Client"), Create("Shared"));
        var settings = $"is_global = true\nbuild_property._SupportedPlatformList = {clientPlatforms}\n";
        var solution = workspace.CurrentSolution
            .AddProject(shared)
            .AddProject(client.WithProjectReferences([new(shared.Id)]))
            .AddProject(server.WithProjectReferences([new(client.Id), new(shared.Id)]))
            .AddAnalyzerConfigDocument(DocumentId.CreateNewId(client.Id), "build.globalconfig", SourceText.From(settings), filePath: "/p/Client/build.globalconfig");
        return string.Join(", ", BrowserProjects.Among(solution, solution.ProjectIds).Select(project => project.Name).Order(StringComparer.Ordinal));
    }

    static ProjectInfo Create(string name) =>
        ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp, filePath: $"/p/{name}/{name}.csproj");
}
