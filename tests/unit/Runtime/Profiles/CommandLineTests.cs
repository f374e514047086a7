using HotReload.Runtime.Profiles;

namespace HotReload.UnitTests.Runtime.Profiles;

public sealed class CommandLineTests
{
    static IEnumerable<TestCaseData> Cases()
    {
        yield return new("", Array.Empty<string>());
        yield return new("  \t ", Array.Empty<string>());
        yield return new("a b  c", new[] { "a", "b", "c" });
        yield return new("\"a b\" c", new[] { "a b", "c" });
        yield return new("\"\" x", new[] { "", "x" });
        yield return new("--name=\"a b\"", new[] { "--name=a b" });
        yield return new("""C:\dir\file""", new[] { """C:\dir\file""" });
        yield return new("""a\"b""", new[] { "a\"b" });
        yield return new("""a\\"b c" d""", new[] { """a\b c""", "d" });
        yield return new("""a\\\"b""", new[] { """a\"b""" });
        yield return new("""
            "a ""b"" c"
            """, new[] { "a \"b\" c" });
        yield return new("\"open end", new[] { "open end" });
    }

    [TestCaseSource(nameof(Cases))]
    public void It_is_split_as_the_C_runtime_does(string text, string[] expected) =>
        Assert.That(CommandLine.Split(text), Is.EqualTo(expected));
}
