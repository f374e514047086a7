using System.IO.Pipes;
using System.Runtime.Versioning;
using System.Text;
using HotReload.Agent.Contract;
using HotReload.Agent.Contract.Json;
using HotReload.Runtime.Agents;

namespace HotReload.RuntimeTests.Handshake;

public sealed class HandshakeTests
{
    const int FlatBytes = 4 * 1024 * 1024;

    [Test]
    public async Task The_right_agent_is_accepted_and_gets_its_answer()
    {
        await using var server = new ListeningServer();
        var answer = await server.ConnectRightAgentAsync();

        Assert.That(answer, Is.EqualTo(AgentProtocol.AcceptedWithoutReplay.ToArray()));
        Assert.That((await server.Accepting).Hello.Capabilities.Single(), Is.EqualTo("Baseline"));
    }

    [Test]
    public async Task FAULT_41_a_wrong_secret_is_cut_off_and_the_right_agent_is_still_heard()
    {
        await using var server = new ListeningServer();
        await server.ExpectCutOffAsync(HelloJson.Request(new(AgentProtocol.Version, new('0', 64), 1, "10.0.0", [])));

        Assert.That(server.Handshake.LastRefusal, Does.Contain("secret"));
        await server.ConnectRightAgentAsync();
    }

    [Test]
    public async Task FAULT_31_a_wrong_version_is_cut_off_and_the_right_agent_is_still_heard()
    {
        await using var server = new ListeningServer();
        await server.ExpectCutOffAsync(
            HelloJson.Request(new(AgentProtocol.Version + 1, server.Secret.Value, 1, "10.0.0", [])));

        Assert.That(server.Handshake.LastRefusal, Does.Contain("version"));
        await server.ConnectRightAgentAsync();
    }

    [TestCase("""{"jsonrpc":"2.0","id":0,"method":"agent/other","params":{}}""")]
    [TestCase("""{"jsonrpc":"2.0","id":0,"method":"agent/hello","params":{"protocol":"one"}}""")]
    [TestCase("""{"jsonrpc":"2.0","id":0,"result":{}}""")]
    [TestCase("[]")]
    [TestCase("not json")]
    public async Task FAULT_31_an_unknown_frame_is_cut_off_and_the_right_agent_is_still_heard(string frame)
    {
        await using var server = new ListeningServer();
        await server.ExpectCutOffAsync(Encoding.UTF8.GetBytes(frame));
        await server.ConnectRightAgentAsync();
    }

    [TestCase("Content-Length: 2147483648\r\n\r\n")]
    [TestCase("Content-Length: -1\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\n\r\n")]
    public async Task FAULT_31_an_absurd_length_is_cut_off_with_memory_flat(string header)
    {
        await using var server = new ListeningServer();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await using (var peer = await server.ConnectAsync())
        {
            await peer.WriteAsync(Encoding.ASCII.GetBytes(header));
            await ListeningServer.ExpectEndAsync(peer);
        }

        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(FlatBytes));
        await server.ConnectRightAgentAsync();
    }

    [Test]
    public async Task Peers_that_connect_and_say_nothing_do_not_keep_the_agent_from_being_heard()
    {
        await using var server = new ListeningServer();
        var silent = new List<NamedPipeClientStream>();
        for (var i = 0; i < AgentListener.Listeners - 1; i++)
        {
            silent.Add(await server.ConnectAsync());
        }

        await server.ConnectRightAgentAsync();
        foreach (var peer in silent)
        {
            await peer.DisposeAsync();
        }
    }

    [Test]
    public async Task Nobody_can_connect_once_the_agent_is_there()
    {
        await using var server = new ListeningServer();
        await server.ConnectRightAgentAsync();

        Assert.That(File.Exists(server.Endpoint.Name), Is.False);
    }

    [Test, Platform("Linux,MacOsX"), UnsupportedOSPlatform("windows")]
    public async Task FAULT_41_nobody_else_gets_as_far_as_the_socket()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        await using var server = new ListeningServer();
        Assert.That(File.GetUnixFileMode(Path.GetDirectoryName(server.Endpoint.Name)!), Is.EqualTo(owner));
    }

    /// <summary>Really tried, where the tests run for somebody who can become somebody else.</summary>
    [Test, Platform("Linux"), UnsupportedOSPlatform("windows")]
    public async Task FAULT_41_another_user_is_refused()
    {
        const string nobody = "65534";
        if (Environment.UserName != "root" || !File.Exists("/usr/bin/setpriv") || !File.Exists("/usr/bin/perl"))
        {
            Assert.Ignore("Only root can become another user, by setpriv, and knock, with perl.");
        }

        await using var server = new ListeningServer();
        Assert.That(await KnockAsync("0", server.Endpoint.Name), Is.EqualTo("open"));
        Assert.That(await KnockAsync(nobody, server.Endpoint.Name), Is.EqualTo("Permission denied"));
    }

    static async Task<string> KnockAsync(string user, string socket)
    {
        const string knock = "socket(my $s, PF_UNIX, SOCK_STREAM, 0); print connect($s, sockaddr_un($ARGV[0])) ? 'open' : $!";
        var start = new System.Diagnostics.ProcessStartInfo(
            "/usr/bin/setpriv", ["--reuid", user, "--regid", user, "--clear-groups", "/usr/bin/perl", "-MSocket", "-e", knock, socket]) { RedirectStandardOutput = true };
        using var knocking = System.Diagnostics.Process.Start(start)!;
        return await knocking.StandardOutput.ReadToEndAsync();
    }

    [Test]
    public void FAULT_42_the_secret_is_no_text()
    {
        var secret = new AgentSecret();
        Assert.That($"{secret}", Does.Not.Contain(secret.Value));
    }
}
