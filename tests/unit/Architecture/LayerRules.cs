namespace HotReload.UnitTests.Architecture;

/// <summary>Who may know whom. The project files say what is meant, the assemblies what came of it.</summary>
public sealed class LayerRules
{
    const string Core = "HotReload.Core";
    const string Engine = "HotReload.Engine";
    const string Runtime = "HotReload.Runtime";
    const string JsonRpc = "HotReload.JsonRpc";
    const string Agent = "HotReload.Agent";
    const string AspNetCoreAgent = "HotReload.Agent.AspNetCore";
    const string Web = "HotReload.Web";
    const string Lsp = "HotReload.Lsp";
    const string Build = "HotReload.Build";
    const string Annotations = "HotReload.Annotations";

    static readonly string[] s_layers = [Agent, AspNetCoreAgent, Annotations, Build, Core, Engine, JsonRpc, Lsp, Runtime, Web];

    [Test]
    public void Every_project_has_its_rule() =>
        Assert.That(ServerProject.All.Select(project => project.Name), Is.EquivalentTo(s_layers));

    [TestCase(Core)]
    [TestCase(JsonRpc)]
    [TestCase(Agent)]
    [TestCase(Annotations)]
    [TestCase(AspNetCoreAgent, Agent)]
    [TestCase(Build)]
    [TestCase(Engine, Core)]
    [TestCase(Web, Core)]
    [TestCase(Runtime, Core, JsonRpc)]
    [TestCase(Lsp, Core, Engine, Runtime, JsonRpc, Web)]
    public void A_layer_knows_only_those_below(string layer, params string[] below)
    {
        Assert.That(ServerProject.Of(layer).Projects, Is.SubsetOf(below));
        Assert.That(Ours(layer), Is.SubsetOf(below));
    }

    [TestCase(Engine, Runtime)]
    [TestCase(Runtime, Engine)]
    public void Compiler_and_processes_do_not_know_each_other(string one, string other)
    {
        Assert.That(ServerProject.Of(one).Projects, Has.No.Member(other));
        Assert.That(Ours(one), Has.No.Member(other));
    }

    [TestCase(Core)]
    [TestCase(JsonRpc)]
    [TestCase(Runtime)]
    [TestCase(Agent)]
    [TestCase(Annotations)]
    [TestCase(Web)]
    public void Only_the_framework_is_used_from_outside(string layer)
    {
        Assert.That(ServerProject.Of(layer).Packages, Is.Empty);
        Assert.That(Foreign(layer), Is.Empty);
    }

    [Test]
    public void The_agent_shares_source_and_nothing_else() => Assert.That(
        ServerProject.Of(Agent).SharedSource,
        Is.EquivalentTo(new[] { "../HotReload.Agent.Contract/HotReload.Agent.Contract.projitems", "../HotReload.JsonRpc/Framing/*.cs" }));

    [Test]
    public void The_core_touches_neither_files_nor_processes_nor_wires() => Assert.That(
        ServerAssembly.Of(Core).Types.Where(type =>
            type is "System.IO.File" or "System.IO.Directory" or "System.IO.FileInfo" or "System.IO.DirectoryInfo" or "System.IO.Stream"
            or "System.IO.FileStream" or "System.Console" or "System.Environment"
            || type.StartsWith("System.Text.Json", StringComparison.Ordinal)
            || type.StartsWith("System.Net", StringComparison.Ordinal)
            || type.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal)),
        Is.Empty);

    [Test]
    public void Roslyn_is_known_to_the_engine_alone() => Assert.That(
        ServerAssembly.All.Where(assembly => assembly.References.Any(IsRoslyn)).Select(assembly => assembly.Name),
        Is.EqualTo(new[] { Engine }));

    [Test]
    public void Roslyns_internal_service_is_known_to_its_adapter_alone() => Assert.That(
        SourceFile.Server.Where(file => file.Lines.Any(line => line.Contains("ExternalAccess.HotReload", StringComparison.Ordinal))
                && !file.Path.Contains("/Sdk/", StringComparison.Ordinal))
            .Select(file => file.Folder).Distinct(),
        Is.EqualTo(new[] { "server/HotReload.Engine/EditAndContinue" }));

    static IEnumerable<string> Ours(string layer) =>
        ServerAssembly.Of(layer).References.Where(name => name.StartsWith("HotReload.", StringComparison.Ordinal));

    static IEnumerable<string> Foreign(string layer) => ServerAssembly.Of(layer).References.Where(name =>
        !name.StartsWith("HotReload.", StringComparison.Ordinal)
        && !name.StartsWith("System.", StringComparison.Ordinal)
        && name is not ("Microsoft.Win32.Primitives" or "netstandard"));

    static bool IsRoslyn(string name) => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
}
