extern alias page;

using System.IO.Compression;
using page::HotReload.Agent.AspNetCore.Injection;

namespace HotReload.UnitTests.Agent.Pages;

public sealed class PageScriptTests
{
    const int MostBytes = 15 * 1024;

    [Test]
    public void The_script_is_small()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(PageScript.Content);
        }

        Assert.That(packed.Length, Is.InRange(1, MostBytes));
    }

    [Test]
    public void Its_address_is_below_the_reserved_prefix() =>
        Assert.That(PageScript.Address, Does.Match("^/_hotreload/page\\.js\\?v=[0-9A-F]{12}$"));
}
