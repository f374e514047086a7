namespace HotReload.UnitTests.Architecture;

/// <summary>What may be called where, read from the compiled calls.</summary>
public sealed class ApiRules
{
    [Test]
    public void Every_assembly_is_looked_at() => Assert.That(
        ServerAssembly.All.Select(assembly => assembly.Name), Is.SupersetOf(ServerProject.All.Select(project => project.Name)));

    [Test]
    public void Calls_are_seen() =>
        Assert.That(ServerAssembly.Of("HotReload.Lsp").Members, Has.Member("System.Console.get_Error"));

    [TestCase("System.Diagnostics.Process.Start")]
    [TestCase("System.Diagnostics.Process..ctor")]
    [TestCase("System.Diagnostics.ProcessStartInfo..ctor")]
    public void Processes_are_started_by_the_runtime_layer_alone(string member) =>
        Assert.That(Callers(member), Is.SubsetOf(new[] { "HotReload.Runtime" }));

    [Test]
    public void The_runtime_layer_starts_processes() =>
        Assert.That(Callers("System.Diagnostics.Process.Start"), Is.Not.Empty, "Otherwise the rule above looks for the wrong thing.");

    [TestCase("System.Console.get_Out")]
    [TestCase("System.Console.Write")]
    [TestCase("System.Console.WriteLine")]
    [TestCase("System.Console.get_In")]
    [TestCase("System.Console.Read")]
    [TestCase("System.Console.ReadLine")]
    [TestCase("System.DateTime.get_Now")]
    [TestCase("System.DateTime.get_UtcNow")]
    [TestCase("System.DateTimeOffset.get_Now")]
    [TestCase("System.DateTimeOffset.get_UtcNow")]
    [TestCase("System.Environment.get_CurrentDirectory")]
    [TestCase("System.IO.Directory.GetCurrentDirectory")]
    public void What_the_server_must_not_call_it_does_not_call(string member) => Assert.That(Callers(member), Is.Empty);

    /// <summary>The agent may: it has no say in how its host's threads run, and it ends the program whose owner is gone.</summary>
    [TestCase("System.Environment.Exit")]
    [TestCase("System.Threading.Thread.Sleep")]
    public void What_only_the_agent_may_call_the_server_does_not_call(string member) =>
        Assert.That(Callers(member), Is.SubsetOf(new[] { "HotReload.Agent" }));

    [Test]
    public void Standard_output_is_opened_once_for_the_protocol() => Assert.That(
        SourceFile.Server.Where(file => file.Lines.Any(line => line.Contains("OpenStandardOutput", StringComparison.Ordinal))).Select(file => file.Path),
        Is.EqualTo(new[] { "server/HotReload.Lsp/Program.cs" }));

    static IEnumerable<string> Callers(string member) =>
        ServerAssembly.All.Where(assembly => assembly.Members.Contains(member)).Select(assembly => assembly.Name);
}
