extern alias agent;
extern alias page;

using System.Text.Json;
using agent::HotReload.Agent.Contract;
using HotReload.UnitTests.Support;
using Microsoft.Extensions.FileProviders;
using page::HotReload.Agent.AspNetCore.Browsers;

namespace HotReload.UnitTests.Agent.Pages;

public sealed class BrowserDeltasTests
{
    static readonly Guid s_module = new("00112233-4455-6677-8899-aabbccddeeff");

    TemporaryFolder _folder = null!;
    PhysicalFileProvider _files = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        foreach (var name in new[] { "Shop.Client.k17bz9ghvf.wasm", "Shop.Client.k17bz9ghvf.wasm.gz", "Shared.wasm", "dotnet.native.abc.wasm", "notes.txt" })
        {
            _folder.Write($"_framework/{name}", "x");
        }

        _files = new(_folder.At("."));
    }

    [TearDown]
    public void Delete()
    {
        _files.Dispose();
        _folder.Dispose();
    }

    [TestCase("Shop.Client", true, Description = "With a fingerprint.")]
    [TestCase("Shared", true, Description = "Without one.")]
    [TestCase("Shop", false, Description = "The server, whose name the client's begins with.")]
    [TestCase("notes", false)]
    public void Browsers_run_what_lies_in_the_framework_folder(string assembly, bool expected) =>
        Assert.That(new BrowserAssemblies(_files).Has(assembly), Is.EqualTo(expected));

    [Test]
    public void Browsers_take_deltas_where_the_sdks_agent_is()
    {
        Assert.That(new BrowserDeltas(new(new NullFileProvider())).AreTaken, Is.False);
        Assert.That(new BrowserDeltas(new(_files)).AreTaken, Is.False);

        AddAgent();

        Assert.That(new BrowserDeltas(new(_files)).AreTaken, Is.True);
    }

    [Test]
    public void Browsers_get_what_they_run_and_all_of_it_when_they_begin()
    {
        AddAgent();
        var deltas = new BrowserDeltas(new(_files));
        Assert.That(deltas.Of(new(1, [Delta("Shop"), Delta("Shop.Client")])).Select(delta => delta.AssemblyName), Is.EqualTo(new[] { "Shop.Client" }));
        Assert.That(deltas.Of(new(2, [Delta("Shop")])), Is.Empty);
        Assert.That(deltas.WriteAll().Last, Is.Zero);
        Assert.That(deltas.Add([Delta("Shop.Client")]).Number, Is.EqualTo(1));
        deltas.Add([Delta("Shared")]);

        var (json, last) = deltas.WriteAll();
        Assert.That(last, Is.EqualTo(2));
        using var all = JsonDocument.Parse(json);
        Assert.That(all.RootElement.EnumerateArray().Select(update => update.GetProperty("id").GetInt32()), Is.EqualTo(new[] { 1, 2 }));
        var delta = all.RootElement[1].GetProperty("deltas")[0];
        Assert.That(delta.GetProperty("moduleId").GetGuid(), Is.EqualTo(s_module));
        Assert.That(delta.GetProperty("metadataDelta").GetBytesFromBase64(), Is.EqualTo(new byte[] { 1, 0, 0, 2 }), "The zeros that the wire leaves out are there.");
        Assert.That(delta.GetProperty("ilDelta").GetBytesFromBase64(), Is.EqualTo(new byte[] { 3 }));
        Assert.That(delta.GetProperty("pdbDelta").GetBytesFromBase64(), Is.EqualTo(new byte[] { 4 }));
        Assert.That(delta.GetProperty("updatedTypes").EnumerateArray().Select(type => type.GetInt32()), Is.EqualTo(new[] { 5 }));
    }

    void AddAgent() => _folder.Write("_framework/Microsoft.DotNet.HotReload.WebAssembly.Browser.vey3s5o343.wasm", "x");

    static AgentDelta Delta(string assembly) =>
        new(s_module, assembly, new(new byte[] { 1, 2 }, 1, 2), new byte[] { 3 }, new byte[] { 4 }, new[] { 5 }, default);
}
