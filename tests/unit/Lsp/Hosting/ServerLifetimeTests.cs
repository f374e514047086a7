using HotReload.JsonRpc.Messages;
using HotReload.JsonRpc.Methods;
using HotReload.Lsp.Hosting;

namespace HotReload.UnitTests.Lsp.Hosting;

public sealed class ServerLifetimeTests
{
    readonly ServerLifetime _lifetime = new();

    [TestCase("textDocument/didOpen", JsonRpcErrorCodes.ServerNotInitialized)]
    [TestCase("shutdown", JsonRpcErrorCodes.ServerNotInitialized)]
    [TestCase("initialize", null)]
    [TestCase("exit", null)]
    public void Before_initialize_nothing_else_passes(string method, int? error) => Assert.That(Admit(new(), method), Is.EqualTo(error));

    [TestCase("textDocument/didOpen", null)]
    [TestCase("shutdown", null)]
    [TestCase("exit", null)]
    [TestCase("initialize", JsonRpcErrorCodes.InvalidRequest)]
    public void Once_initialized_everything_but_that_passes(string method, int? error)
    {
        _lifetime.Initialize();
        Assert.That(Admit(_lifetime, method), Is.EqualTo(error));
    }

    [TestCase("textDocument/didOpen", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("initialize", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("shutdown", JsonRpcErrorCodes.InvalidRequest)]
    [TestCase("exit", null)]
    public void After_shutdown_only_exit_passes(string method, int? error)
    {
        _lifetime.Initialize();
        _lifetime.ShutDown();
        Assert.That(Admit(_lifetime, method), Is.EqualTo(error));
    }

    [Test]
    public void An_error_names_the_method() => Assert.That(
        new ServerLifetime().Admit("hotReload/start", JsonRpcCallKind.Request)!.Message, Does.Contain("hotReload/start"));

    [Test]
    public async Task An_end_after_shutdown_is_orderly()
    {
        var lifetime = new ServerLifetime();
        lifetime.Initialize();
        lifetime.ShutDown();
        Assert.That(lifetime.Exit.IsCompleted, Is.False);
        lifetime.End();

        Assert.That(await lifetime.Exit, Is.Zero);
    }

    [Test]
    public async Task An_end_without_shutdown_is_not()
    {
        var lifetime = new ServerLifetime();
        lifetime.Initialize();
        lifetime.End();

        Assert.That(await lifetime.Exit, Is.EqualTo(1));
    }

    [Test]
    public async Task The_first_end_counts()
    {
        var lifetime = new ServerLifetime();
        lifetime.End();
        lifetime.ShutDown();
        lifetime.End();

        Assert.That(await lifetime.Exit, Is.EqualTo(1));
    }

    static int? Admit(ServerLifetime lifetime, string method) => (int?)lifetime.Admit(method, JsonRpcCallKind.Request)?.Code;
}
