using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HotReload.JsonRpc.Messages;

namespace HotReload.UnitTests.JsonRpc.Messages;

public sealed class BufferTextConverterTests
{
    static readonly JsonSerializerOptions Options = new() { Converters = { new BufferTextConverter() } };

    [TestCase("\"\"", "")]
    [TestCase("\"a\\\\ud800\"", "a\\ud800")]
    [TestCase("\"\\ud83d\\ude80 🚀\"", "🚀 🚀")]
    [TestCase("null", null)]
    public void Text_is_what_the_editor_has(string json, string? text) =>
        Assert.That(JsonSerializer.Deserialize<string>(json, Options), Is.EqualTo(text));

    [Test]
    public void Half_a_pair_stays_what_it_is()
    {
        Assert.That(JsonSerializer.Deserialize<string>("\"a\\ud800b\"", Options), Is.EqualTo("a\ud800b"));
        Assert.That(JsonSerializer.Deserialize<string>("\"\\uDC00\\n\\t\\\"\\/é\"", Options), Is.EqualTo("\udc00\n\t\"/é"));
    }

    [TestCase("5")]
    [TestCase("[\"a\"]")]
    public void What_is_no_string_is_refused(string json) =>
        Assert.That(() => JsonSerializer.Deserialize<string>(json, Options), Throws.InstanceOf<JsonException>());

    [Test]
    public void Any_units_of_UTF16_come_through() =>
        Prop.ForAll(Texts(), text => JsonSerializer.Deserialize<string>(AsEditor(text), Options) == text)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static Arbitrary<string> Texts() =>
        Gen.Elements("a", "é", "\n", "\r\n", "\t", "\b", "\f", "\"", "\\", "\\u", "/", "\ud83d", "\ude80", "🚀", "d800", "\u0001", "日")
            .ArrayOf()
            .Select(string.Concat)
            .ToArbitrary();

    // As JSON.stringify: what is half a pair is escaped, the rest only where it must be.
    static byte[] AsEditor(string text)
    {
        StringBuilder json = new("\"");
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                json.Append(text, i++, 2);
            }
            else
            {
                json.Append(text[i] switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    char c when char.IsSurrogate(c) || c < ' ' => $"\\u{(int)c:x4}",
                    char c => c.ToString(),
                });
            }
        }

        return Encoding.UTF8.GetBytes(json.Append('"').ToString());
    }
}
