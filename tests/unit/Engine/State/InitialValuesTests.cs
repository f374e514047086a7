extern alias agent;

using System.Text.Json;
using agent::HotReload.Agent.Contract.Json;
using HotReload.Core.Reload;
using HotReload.Core.State;
using HotReload.Engine.State;
using HotReload.Runtime.Agents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using AgentGeneration = agent::HotReload.Agent.Contract.AgentGeneration;
using HotReload.UnitTests.Support;
using ValueMaking = agent::HotReload.Agent.State.Live.ValueMaking;
using WireJson = HotReload.Agent.Contract.Json.ApplyJson;

namespace HotReload.UnitTests.Engine.State;

/// <summary>What is read from the code of an initializer, sent and made again is what the code makes.</summary>
public sealed class InitialValuesTests
{
    [TestCase("int", "42", "42")]
    [TestCase("int", "6 * 7", "42")]
    [TestCase("int", "-1", "-1")]
    [TestCase("long", "3", "3")]
    [TestCase("long?", "3", "3")]
    [TestCase("byte", "200", "200")]
    [TestCase("double", "0.1", "0.1")]
    [TestCase("double", "1", "1")]
    [TestCase("decimal", "1.50m", "1.50")]
    [TestCase("bool", "true", "true")]
    [TestCase("char", "'x'", "\"x\"")]
    [TestCase("string", "\"tea\" + \"pot\"", "\"teapot\"")]
    [TestCase("string", "$\"tea{\"pot\"}\"", "\"teapot\"")]
    [TestCase("string", "nameof(List<int>.Count)", "\"Count\"")]
    [TestCase("object", "3", "3")]
    [TestCase("nint", "3", null)]
    [TestCase("DayOfWeek", "DayOfWeek.Tuesday", "2")]
    [TestCase("Type", "typeof(Dictionary<string, int[]>)", null)]
    [TestCase("List<int>", "new()", "[]")]
    [TestCase("List<int>", "new List<int> { 1, 2 }", "[1,2]")]
    [TestCase("IReadOnlyList<int>", "new List<int>(16) { 1 }", "[1]")]
    [TestCase("Dictionary<string, int>", "new(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 1, [\"b\"] = 2 }", "{\"a\":1,\"b\":2}")]
    [TestCase("Dictionary<string, int>", "new() { { \"a\", 1 } }", "{\"a\":1}")]
    [TestCase("UriBuilder", "new UriBuilder(\"http\", \"x\") { Path = \"p\" }", null)]
    [TestCase("object", "new object()", "{}")]
    [TestCase("int[]", "[1, 2]", "[1,2]")]
    [TestCase("int[]", "new[] { 1, 2 }", "[1,2]")]
    [TestCase("int[]", "{ 1, 2 }", "[1,2]")]
    [TestCase("int[]", "new int[3]", "[0,0,0]")]
    [TestCase("int[][]", "[[1], []]", "[[1],[]]")]
    [TestCase("string[]", "[\"a\", null!]", "[\"a\",null]")]
    [TestCase("List<string>", "[\"a\"]", "[\"a\"]")]
    [TestCase("IList<string>", "[\"a\"]", "[\"a\"]")]
    [TestCase("IEnumerable<long>", "[1]", "[1]")]
    [TestCase("HashSet<int>", "[1, 1]", "[1]")]
    [TestCase("ImmutableArray<int>", "[1, 2]", "[1,2]")]
    [TestCase("ImmutableArray<int>", "ImmutableArray<int>.Empty", "[]")]
    [TestCase("ImmutableDictionary<string, int>", "ImmutableDictionary.Create<string, int>(StringComparer.Ordinal)", "{}")]
    [TestCase("(int, string)", "(1, \"a\")", null)]
    [TestCase("KeyValuePair<string, int>", "new(\"a\", 1)", "{\"Key\":\"a\",\"Value\":1}")]
    [TestCase("TimeSpan", "TimeSpan.FromMinutes(1.5)", "\"00:01:30\"")]
    [TestCase("TimeSpan", "TimeSpan.Zero", "\"00:00:00\"")]
    [TestCase("TimeSpan", "new(1, 2, 3)", "\"01:02:03\"")]
    [TestCase("DateTime", "new DateTime(2000, 1, 2)", "\"2000-01-02T00:00:00\"")]
    [TestCase("DateTime?", "DateTime.UnixEpoch", "\"1970-01-01T00:00:00Z\"")]
    [TestCase("string", "string.Empty", "\"\"")]
    [TestCase("int[]", "Array.Empty<int>()", "[]")]
    [TestCase("List<DayOfWeek>", "[DayOfWeek.Monday]", "[1]")]
    public void What_is_plain_is_made_again(string type, string code, string? json)
    {
        var value = Read(type, code);
        Assert.That(value, Is.Not.Null);

        var made = Make(value!);

        Assert.That(made, Is.Not.Null);
        if (json is not null)
        {
            Assert.That(JsonSerializer.Serialize(made, made!.GetType()), Is.EqualTo(json));
        }
    }

    [TestCase("Type", "typeof(Dictionary<string, int[]>)", typeof(Dictionary<string, int[]>))]
    [TestCase("object", "3L", typeof(long))]
    [TestCase("IList<string>", "[]", typeof(List<string>))]
    [TestCase("(int, string)", "(1, \"a\")", typeof((int, string)))]
    [TestCase("System.Threading.Lock", "new()", typeof(Lock))]
    public void Its_type_is_the_one_that_the_code_means(string type, string code, Type expected)
    {
        var made = Make(Read(type, code)!);

        Assert.That(made as Type ?? made!.GetType(), Is.EqualTo(expected));
    }

    [TestCase("int", "Environment.ProcessId")]
    [TestCase("string", "System.IO.File.ReadAllText(\"x\")")]
    [TestCase("Func<int>", "() => 1")]
    [TestCase("int", "Other")]
    [TestCase("int", "Make()")]
    [TestCase("List<int>", "new() { Other }")]
    [TestCase("int[]", "[1, .. new[] { Other }]")]
    [TestCase("int[,]", "new int[2, 2]")]
    [TestCase("double", "(double)Random.Shared.Next()")]
    [TestCase("Lazy<int>", "new(() => 1)")]
    [TestCase("string", "\"\\ud800\"")]
    public void What_looks_elsewhere_is_not_read(string type, string code) => Assert.That(Read(type, code), Is.Null);

    [TestCase("string?", "null")]
    [TestCase("int", "default")]
    [TestCase("TimeSpan", "default")]
    public void What_a_field_begins_with_anyhow_is_nothing(string type, string code) =>
        Assert.That(Read(type, code), Is.EqualTo(InitialValues.Nothing).Or.Property(nameof(InitialValue.Text)).EqualTo("0"));

    static InitialValue? Read(string type, string code)
    {
        var tree = CSharpSyntaxTree.ParseText($$"""
            #nullable enable
            using System; using System.Collections.Generic; using System.Collections.Immutable;
            class Program
            {
                static int Other = 1;
                static int Make() => 1;
                {{type}} _field = {{code}};
            }
            """);
        var references = FrameworkFiles.Assemblies.Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Program", [tree], references, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.That(compilation.GetDiagnostics().Where(item => item.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error), Is.Empty);
        var initializer = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Last().Initializer!;
        return InitialValues.Read(((ISymbolInitializerOperation)compilation.GetSemanticModel(tree).GetOperation(initializer)!).Value);
    }

    /// <summary>By the wire, as the program gets it.</summary>
    static object? Make(InitialValue value)
    {
        var delta = new ModuleDelta(Guid.NewGuid(), "Program", [], [], [], [], []) { NewState = [new("Program", "Program", [new("_field", value)], [])] };
        using var message = AgentMessage.Parse(WireJson.Request(1, "agent/apply", WireGeneration.From(new(1, [delta]))));
        AgentGeneration generation = GenerationJson.Read(message.Body);
        return new ValueMaking(typeof(InitialValuesTests).Assembly).Make(generation.Deltas[0].NewTypes[0].Fields[0].Value);
    }
}
