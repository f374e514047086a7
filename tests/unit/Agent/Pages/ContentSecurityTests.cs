extern alias page;

using page::HotReload.Agent.AspNetCore.Injection;

namespace HotReload.UnitTests.Agent.Pages;

public sealed class ContentSecurityTests
{
    [TestCase("", null, null)]
    [TestCase("img-src 'none'", null, null)]
    [TestCase("default-src 'self'", null, null)]
    [TestCase("script-src 'self'; default-src 'none'; connect-src 'self'", null, null)]
    [TestCase("script-src 'nonce-abc='; default-src 'self'", "abc=", null)]
    [TestCase("script-src 'strict-dynamic' 'nonce-x' 'self'", "x", null)]
    [TestCase("script-src-elem 'nonce-y'; script-src 'none'", "y", null)]
    [TestCase("script-src 'none'", null, "script-src 'none'")]
    [TestCase("script-src 'strict-dynamic' 'self'", null, "script-src 'strict-dynamic' 'self'")]
    [TestCase("script-src 'sha256-abc'", null, "script-src 'sha256-abc'")]
    [TestCase("default-src https://cdn.example", null, "default-src https://cdn.example")]
    [TestCase("script-src 'self'; connect-src 'none'", null, "connect-src 'none'")]
    [TestCase("script-src 'self', script-src 'none'", null, "script-src 'none'")]
    public void A_policy_lets_the_script_in_or_says_why_not(string policy, string? nonce, string? refusal)
    {
        var security = ContentSecurity.Read(policy);
        Assert.That((security.Nonce, security.Refusal), Is.EqualTo((nonce, refusal)));
    }
}
