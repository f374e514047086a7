using HotReload.UnitTests.Support;

namespace HotReload.UnitTests.Protocol;

public sealed class ProtocolDocumentTests
{
    const string File = "docs/protocol.md";

    static readonly ProtocolMirror Mirror = ProtocolTypes.Mirror();

    static IEnumerable<string> Constants => ProtocolTypes.Constants.SelectMany(ProtocolMirror.ConstantsOf);

    static IEnumerable<string> Types => Mirror.TypeNames;

    static IEnumerable<string> Fields => Mirror.Fields;

    static IEnumerable<string> Values => Mirror.Values;

    [TestCaseSource(nameof(Constants))]
    [TestCaseSource(nameof(Types))]
    [TestCaseSource(nameof(Fields))]
    [TestCaseSource(nameof(Values))]
    public void The_document_names_it(string name) =>
        Assert.That(Repository.Read(File), Does.Contain($"`{name}`"), $"{File} does not say what `{name}` is.");
}
