using System.Text;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;

namespace HotReload.UnitTests.Runtime.Agents;

public sealed class ContractTests
{
    static readonly Guid Module = new("0f0e0d0c-0b0a-0908-0706-050403020100");

    [Test]
    public void A_hello_is_read_as_it_was_written()
    {
        var hello = new AgentHello(1, "abc", 42, "10.0.12", ["Baseline", "NewTypeDefinition"]);
        using var message = AgentMessage.Parse(HelloJson.Request(hello));
        var read = HelloJson.Read(message.Body);

        Assert.That(message.Method, Is.EqualTo(AgentProtocol.Hello));
        Assert.That(message.Id, Is.EqualTo(AgentProtocol.HelloId));
        Assert.That(read with { Capabilities = hello.Capabilities }, Is.EqualTo(hello));
        Assert.That(read.Capabilities, Is.EqualTo(hello.Capabilities));
    }

    [Test]
    public void A_hello_without_capabilities_is_valid()
    {
        using var message = AgentMessage.Parse(HelloJson.Request(new(1, "abc", 42, "10.0.12", [])));
        Assert.That(HelloJson.Read(message.Body).Capabilities, Is.Empty);
    }

    [Test]
    public void The_short_answer_means_what_the_long_one_would()
    {
        using var message = AgentMessage.Parse(AgentProtocol.AcceptedWithoutReplay.ToArray());

        Assert.That(message.Id, Is.EqualTo(AgentProtocol.HelloId));
        Assert.That(HelloJson.ReadResult(message.Body).Generations, Is.Empty);
    }

    [Test]
    public void A_generation_is_read_as_it_was_written()
    {
        var delta = new AgentDelta(
            Module, "App\"", GappedBytes.Of(new byte[] { 1, 2 }), new byte[] { 3 }, Array.Empty<byte>(), new[] { 0x02000002 }, new[] { 0x06000001, 0x06000007 });
        using var message = AgentMessage.Parse(ApplyJson.Request(5, AgentProtocol.Apply, new(3, [delta]) { Assemblies = ["/packages/Words.dll"] }));
        var read = GenerationJson.Read(message.Body);

        Assert.That(message.Method, Is.EqualTo(AgentProtocol.Apply));
        Assert.That(read.Number, Is.EqualTo(3));
        Assert.That(read.Deltas[0].ModuleId, Is.EqualTo(Module));
        Assert.That(read.Deltas[0].AssemblyName, Is.EqualTo("App\""));
        Assert.That(read.Deltas[0].Metadata.Fill().ToArray(), Is.EqualTo(delta.Metadata.Fill().ToArray()));
        Assert.That(read.Deltas[0].IL.ToArray(), Is.EqualTo(delta.IL.ToArray()));
        Assert.That(read.Deltas[0].Pdb.IsEmpty);
        Assert.That(read.Deltas[0].UpdatedTypes.ToArray(), Is.EqualTo(delta.UpdatedTypes.ToArray()));
        Assert.That(read.Deltas[0].WatchedMethods.ToArray(), Is.EqualTo(delta.WatchedMethods.ToArray()));
        Assert.That(read.Assemblies, Is.EqualTo(new[] { "/packages/Words.dll" }));
    }

    [TestCase(0, 5000, 0)]
    [TestCase(3, 5000, 2)]
    [TestCase(3, 1024, 0)]
    [TestCase(3, 1023, 4)]
    public void Zeros_are_not_sent_and_come_out_again(int before, int zeros, int after)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)1, before), .. new byte[zeros], .. Enumerable.Repeat((byte)2, after)];
        var delta = new AgentDelta(Module, "App", GappedBytes.Of(bytes), default, default, default, default);
        using var message = AgentMessage.Parse(ApplyJson.Request(5, AgentProtocol.Apply, new(3, [delta])));
        var read = GenerationJson.Read(message.Body).Deltas[0].Metadata;

        Assert.That(read.Fill().ToArray(), Is.EqualTo(bytes));
        Assert.That(read.Content.Length, Is.EqualTo(zeros < 1024 ? bytes.Length : before + after));
    }

    [TestCase(-1, 0)]
    [TestCase(3, 0)]
    [TestCase(0, -1)]
    [TestCase(0, int.MaxValue)]
    public void Zeros_that_can_not_be_are_refused(int start, int zeros)
    {
        var delta = new AgentDelta(Module, "App", new(new byte[2], start, zeros), default, default, default, default);
        using var message = AgentMessage.Parse(ApplyJson.Request(5, AgentProtocol.Apply, new(3, [delta])));

        Assert.That(() => GenerationJson.Read(message.Body), Throws.TypeOf<AgentFormatException>());
    }

    [TestCase(AgentModuleOutcome.Applied, null)]
    [TestCase(AgentModuleOutcome.Pending, null)]
    [TestCase(AgentModuleOutcome.Failed, "no")]
    public void An_answer_is_read_as_it_was_written(object outcome, string? error)
    {
        var module = new AgentModuleReload(Module, "App", (AgentModuleOutcome)outcome, 2, error);
        var failure = new AgentHandlerFailure("Bad.ClearCache", "boom");
        using var message = AgentMessage.Parse(ApplyJson.Result(5, new([module], [failure], 0.5, 1.25, true, 3)));
        var read = ApplyJson.ReadResult(message.Body);

        Assert.That(message.Id, Is.EqualTo(5));
        Assert.That(read.Modules.Single(), Is.EqualTo(module));
        Assert.That(read.HandlerFailures.Single(), Is.EqualTo(failure));
        Assert.That((read.ApplyMilliseconds, read.HandlersMilliseconds, read.WatchesCalls), Is.EqualTo((0.5, 1.25, true)));
    }

    [Test]
    public void A_call_is_read_as_it_was_written()
    {
        var call = new AgentCall(4, Module, 0x06000007);
        using var message = AgentMessage.Parse(CallJson.Notification(call));

        Assert.That(message.Method, Is.EqualTo(AgentProtocol.Called));
        Assert.That(CallJson.Read(message.Body), Is.EqualTo(call));
    }

    [TestCase("")]
    [TestCase("7")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"id":"a","method":"m","params":{}}""")]
    [TestCase("""{"id":99999999999,"method":"m","params":{}}""")]
    [TestCase("""{"method":7,"params":{}}""")]
    [TestCase("""{"method":"m","params":[]}""")]
    [TestCase("""{"method":"\ud800","params":{}}""")]
    [TestCase("""{"id":1,"error":"no"}""")]
    public void FAULT_31_what_is_no_message_is_refused_by_one_exception(string text) =>
        Assert.That(() => AgentMessage.Parse(Encoding.UTF8.GetBytes(text)), Throws.InstanceOf<AgentFormatException>());

    [Test]
    public void FAULT_31_deep_nesting_is_refused_without_a_stack_overflow() => Assert.That(
        () => AgentMessage.Parse(Encoding.UTF8.GetBytes(new string('[', 100_000))),
        Throws.InstanceOf<AgentFormatException>());

    [TestCase("""{"generation":1}""")]
    [TestCase("""{"generation":1,"deltas":[7]}""")]
    [TestCase("""{"generation":1,"deltas":[{"moduleId":"x","assemblyName":"a","metadata":"","il":"","pdb":"","updatedTypes":[]}]}""")]
    [TestCase("""{"generation":1,"deltas":[{"moduleId":"0f0e0d0c-0b0a-0908-0706-050403020100","assemblyName":"a","metadata":"%","il":"","pdb":"","updatedTypes":[]}]}""")]
    [TestCase("""{"generation":1,"deltas":[{"moduleId":"0f0e0d0c-0b0a-0908-0706-050403020100","assemblyName":"a","metadata":"","il":"","pdb":"","updatedTypes":["1"]}]}""")]
    public void FAULT_31_a_generation_that_is_none_is_refused(string body)
    {
        using var document = System.Text.Json.JsonDocument.Parse(body);
        Assert.That(() => GenerationJson.Read(document.RootElement), Throws.InstanceOf<AgentFormatException>());
    }
}
