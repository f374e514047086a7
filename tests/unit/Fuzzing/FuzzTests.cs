extern alias agent;

using System.Text;
using System.Text.Json;
using agent::HotReload.Agent.State.Formats;
using agent::HotReload.Agent.State.Graph;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Core.Buffers;
using HotReload.JsonRpc.Connection;
using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Protocol;
using HotReload.UnitTests.Agent.State;
using HotReload.UnitTests.JsonRpc.Support;

namespace HotReload.UnitTests.Fuzzing;

/// <summary>What comes from outside, read by those who read it first: whatever it is, they take it or refuse it by the one error they have for it.</summary>
[NonParallelizable]
public sealed class FuzzTests
{
    static readonly string[] s_messages =
    [
        """{"jsonrpc":"2.0","id":1,"method":"known","params":{"a":[1,"two",null]}}""",
        """{"jsonrpc":"2.0","method":"told","params":{"text":"ä😀"}}""",
        """{"jsonrpc":"2.0","id":"x","result":{"a":1}}""",
        """{"jsonrpc":"2.0","id":2,"error":{"code":-32601,"message":"no"}}""",
        """{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}""",
    ];

    static readonly string[] s_changes =
    [
        """{"textDocument":{"uri":"file:///a/A.cs","version":2},"contentChanges":[{"range":{"start":{"line":0,"character":1},"end":{"line":1,"character":0}},"text":"x"}]}""",
        """{"textDocument":{"uri":"file:///a/A.cs","version":3},"contentChanges":[{"text":"one\r\ntwo\rthree\n"},{"range":{"start":{"line":2,"character":9},"end":{"line":3,"character":0}},"text":"\ud83d"}]}""",
        """{"textDocument":{"uri":"file:///a/A.cs","version":4},"contentChanges":[]}""",
    ];

    static readonly byte[][] s_agent =
    [
        HelloJson.Request(new(AgentProtocol.Version, new('0', 64), 1, "10.0.0", ["Baseline"])),
        .. new[]
        {
            """{"jsonrpc":"2.0","id":1,"method":"agent/apply","params":{"generation":1,"deltas":[{"moduleId":"0f0e0d0c-0b0a-0908-0706-050403020100","assemblyName":"a","metadata":"AAAA","il":"","pdb":"","updatedTypes":[1]}]}}""",
            """{"jsonrpc":"2.0","id":1,"result":{"modules":[{"moduleId":"0f0e0d0c-0b0a-0908-0706-050403020100","assemblyName":"a","outcome":"applied","error":null}],"handlerFailures":[],"applyMilliseconds":1.5,"handlersMilliseconds":0}}""",
            """{"jsonrpc":"2.0","method":"agent/called","params":{"moduleId":"0f0e0d0c-0b0a-0908-0706-050403020100","token":100663297,"error":"x","kind":"opened","page":1,"path":"/"}}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Every reader of what a message may hold: whichever it is for, none may fail otherwise than by refusing it.</summary>
    static readonly Action<JsonElement>[] s_readers =
    [
        body => HelloJson.Read(body), body => HelloJson.ReadResult(body), body => GenerationJson.Read(body), body => ApplyJson.ReadResult(body),
        body => CallJson.Read(body), body => FaultJson.Read(body), body => ModuleReloadJson.Read(body), body => ModuleReloadJson.ReadList(body),
        body => NewTypeJson.Read(body), body => PageAssetsJson.Read(body), body => PageAssetsJson.ReadResult(body), body => PageEventJson.Read(body),
        body => PageSetupJson.Read(body), body => PageStateJson.Read(body), body => StateJson.ReadCapture(body), body => StateJson.ReadRestore(body),
        body => StateJson.Read(body), body => StateResultJson.Read(body), body => ThrownJson.Read(body),
    ];

    [Test]
    public void Frames_and_messages() =>
        FuzzRun.Try("frames", [.. s_messages.Select(message => Frames.Of([Encoding.UTF8.GetBytes(message)])), Frames.Of([.. s_messages.Select(Encoding.UTF8.GetBytes)])], ReadFrames);

    [Test]
    public void Edits_of_buffers() => FuzzRun.Try("edits", [.. s_changes.Select(Encoding.UTF8.GetBytes)], ReadEdit);

    [Test]
    public void Messages_of_an_agent() => FuzzRun.Try("agent", s_agent, ReadAgentMessage);

    [Test]
    public void State_in_bytes() => FuzzRun.Try("state", [.. States().Select(new BinaryFormat().Write)], bytes => ReadState(new BinaryFormat(), bytes));

    [Test]
    public void State_in_JSON() => FuzzRun.Try("state-json", [.. States().Select(new JsonFormat().Write)], bytes => ReadState(new JsonFormat(), bytes));

    [Test]
    public void Whole_state_files() => FuzzRun.Try("state-files", [.. States().Select(ToFile)], ReadStateFile);

    static void ReadFrames(byte[] bytes)
    {
        var peer = RawPeer.Start(methods =>
        {
            methods.OnRequest("known", Concurrency.Exclusive, JsonRpcRaw.Element, JsonRpcRaw.Element, (JsonElement parameters, CancellationToken _) => ValueTask.FromResult(parameters));
            methods.OnNotification("told", Concurrency.Exclusive, JsonRpcRaw.Element, (JsonElement _, CancellationToken _) => ValueTask.CompletedTask);
        });
        peer.SendBytesAsync(bytes).GetAwaiter().GetResult();
        peer.CloseAsync().AsTask().GetAwaiter().GetResult();
        var end = peer.Connection.Completion.GetAwaiter().GetResult();
        peer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Assert.That(end.Kind, Is.AnyOf(ConnectionEndKind.EndOfStream, ConnectionEndKind.FramingFault));
    }

    static void ReadEdit(byte[] bytes)
    {
        try
        {
            var change = JsonSerializer.Deserialize(bytes, ProtocolJson.Default.DidChangeTextDocumentParams);
            var store = new BufferStore();
            store.Open("/a/A.cs", 1, "class A;\r\n// ä😀\n");
            store.Change("/a/A.cs", change!.TextDocument.Version, [.. change.ContentChanges.Select(each => new TextEdit(each.Range, each.Text))]);
            store.Save("/a/A.cs");
            Assert.That(store.Snapshot.Texts, Is.Not.Empty.Or.Matches<object>(_ => !store.OutOfStep.IsEmpty));
        }
        catch (JsonException)
        {
            // Refused: the answer is that the parameters do not fit.
        }
    }

    static void ReadAgentMessage(byte[] bytes)
    {
        AgentMessage message;
        try
        {
            message = AgentMessage.Parse(bytes);
        }
        catch (AgentFormatException)
        {
            return;
        }

        using (message)
        {
            foreach (var reader in message.Body.ValueKind == JsonValueKind.Undefined ? [] : s_readers)
            {
                try
                {
                    reader(message.Body);
                }
                catch (AgentFormatException)
                {
                    // Refused.
                }
            }
        }
    }

    static void ReadState(IStateFormat format, byte[] bytes)
    {
        try
        {
            Carried.Restore(format.Read(bytes));
        }
        catch (StateFormatException)
        {
            // Refused.
        }
    }

    static byte[] ToFile(StateGraph graph)
    {
        var path = Path.GetTempFileName();
        StateFile.Write(path, graph, TimeProvider.System);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    static void ReadStateFile(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            Carried.Restore(StateFile.Read(path, TimeProvider.System));
        }
        catch (StateFormatException)
        {
            // Refused.
        }
        finally
        {
            File.Delete(path);
        }
    }

    static IEnumerable<StateGraph> States()
    {
        var part = new Part { Name = "one", Next = new Big { Name = "two", Price = 1.5m } };
        part.Next.Next = part;
        yield return Carried.Capture(part);
        yield return Carried.Capture(new List<object?> { 1, "two", null, 3.5, Colour.Green, new Place(1, 2), new Tag("t"), Guid.Empty, DateTime.MaxValue });
        yield return Carried.Capture(new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase) { ["a"] = new(1, 2) });
        yield return Carried.Capture(new double[2, 3]);
    }
}
