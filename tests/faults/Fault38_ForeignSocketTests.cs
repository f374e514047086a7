namespace HotReload.FaultTests;

/// <summary>WebSocket with foreign Origin, no Origin, wrong token, rebound Host: 403 before the upgrade; loopback bind only.</summary>
sealed class Fault38_ForeignSocketTests
{
    PageSite _site = null!;

    [OneTimeSetUp]
    public async Task Start() => _site = await PageSite.StartAsync();

    [OneTimeTearDown]
    public async Task End() => await _site.DisposeAsync();

    [Test]
    public async Task The_page_itself_is_let_in() =>
        Assert.That(await AskAsync(_site.Token, $"Origin: http://{_site.Url.Authority}"), Is.EqualTo(101));

    [Test]
    public async Task A_foreign_page_is_not() =>
        Assert.That(await AskAsync(_site.Token, "Origin: http://evil.example"), Is.EqualTo(403));

    [Test]
    public async Task A_page_of_another_port_of_this_machine_is_not() =>
        Assert.That(await AskAsync(_site.Token, $"Origin: http://{_site.Url.Host}:1"), Is.EqualTo(403));

    [TestCase("null")]
    [TestCase("file://")]
    [TestCase("nonsense")]
    public async Task A_page_without_an_address_is_not(string origin) =>
        Assert.That(await AskAsync(_site.Token, $"Origin: {origin}"), Is.EqualTo(403));

    [Test]
    public async Task Who_names_no_origin_is_not() => Assert.That(await AskAsync(_site.Token), Is.EqualTo(403));

    [Test]
    public async Task Who_names_two_origins_is_not() => Assert.That(
        await AskAsync(_site.Token, $"Origin: http://{_site.Url.Authority}", "Origin: http://evil.example"), Is.EqualTo(403));

    [TestCase("wrong")]
    [TestCase("")]
    public async Task Who_has_another_token_is_not(string token) =>
        Assert.That(await AskAsync(token, $"Origin: http://{_site.Url.Authority}"), Is.EqualTo(403));

    [Test]
    public async Task A_token_that_is_almost_right_is_not() =>
        Assert.That(await AskAsync(_site.Token[..^1], $"Origin: http://{_site.Url.Authority}"), Is.EqualTo(403));

    [Test]
    public async Task A_name_that_was_pointed_at_this_machine_is_not() => Assert.That(
        await AskAsync(_site.Token, $"Host: evil.example:{_site.Url.Port}", $"Origin: http://evil.example:{_site.Url.Port}"), Is.EqualTo(403));

    [Test]
    public async Task Without_an_upgrade_nothing_is_refused_later() => Assert.That(
        await RawHttp.StatusAsync(_site.Url, "/_hotreload/ws", "Origin: http://evil.example"), Is.EqualTo(403));

    [Test]
    public async Task A_page_under_a_foreign_name_gets_no_token()
    {
        var page = await RawHttp.AskAsync(_site.Url, "/plain", $"Host: evil.example:{_site.Url.Port}", "Sec-Fetch-Dest: document");
        Assert.That(page, Does.StartWith("HTTP/1.1 200").And.Not.Contain(_site.Token));
    }

    [Test]
    public async Task The_source_of_a_page_is_shown_to_nobody_without_the_token() => Assert.That(
        await RawHttp.StatusAsync(_site.Url, "/_hotreload/source?page=1"), Is.EqualTo(403));

    [Test]
    public void The_token_is_in_no_log() => Assert.That(
        _site.Program.Editor.Log() + _site.Program.Editor.Heard.Output, Does.Not.Contain(_site.Token));

    Task<int> AskAsync(string token, params string[] headers) => RawHttp.StatusAsync(_site.Url, "/_hotreload/ws",
    [
        .. headers, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        $"Sec-WebSocket-Protocol: hotreload, {token}",
    ]);
}
