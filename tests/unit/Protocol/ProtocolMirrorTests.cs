using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Protocol;

public sealed class ProtocolMirrorTests
{
    const string File = "extension/src/protocol.ts";

    /// <summary>Set by <c>npm run protocol</c>: write the file instead of comparing it.</summary>
    const string UpdateVariable = "HOTRELOAD_UPDATE_PROTOCOL";

    [Test]
    public void The_client_has_the_protocol_that_the_server_speaks()
    {
        string mirror = ProtocolTypes.Mirror().Write(ProtocolTypes.Constants);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Repository.Write(File, mirror);
        }

        Assert.That(Repository.Read(File), Is.EqualTo(mirror), $"{File} is not what the server speaks: run \"npm run protocol\".");
    }
}
