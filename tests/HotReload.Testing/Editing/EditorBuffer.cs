using System.Text;
using HotReload.Core.Buffers;

namespace HotReload.Testing.Editing;

/// <summary>The text of an open document, as the person at the keyboard sees it.</summary>
public sealed class EditorBuffer
{
    readonly bool _byteOrderMark;

    internal EditorBuffer(string uri, string text, bool byteOrderMark)
    {
        Uri = uri;
        Text = text;
        _byteOrderMark = byteOrderMark;
    }

    /// <summary>The document's URI.</summary>
    public string Uri { get; }

    /// <summary>The text now.</summary>
    public string Text { get; private set; }

    /// <summary>The version that the server was told last.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Where a text stands that the buffer holds exactly once.</summary>
    /// <exception cref="ArgumentException">It is not there, or more than once.</exception>
    public int OffsetOf(string text)
    {
        var at = Text.IndexOf(text, StringComparison.Ordinal);
        return at >= 0 && Text.IndexOf(text, at + 1, StringComparison.Ordinal) < 0
            ? at
            : throw new ArgumentException($"'{text}' does not stand exactly once in {Uri}:\n{Text}", nameof(text));
    }

    /// <summary>Replaces a stretch of the text; returns its range before the change, as the server must be told.</summary>
    internal TextRange Splice(int start, int length, string replacement)
    {
        var range = new TextRange(LineIndex.PositionAt(Text, start), LineIndex.PositionAt(Text, start + length));
        Text = string.Concat(Text.AsSpan(0, start), replacement, Text.AsSpan(start + length));
        Version++;
        return range;
    }

    internal void SetText(string text)
    {
        Text = text;
        Version++;
    }

    internal byte[] ToBytes()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        return _byteOrderMark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes;
    }

    internal static EditorBuffer FromFile(string uri, string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var marked = bytes.StartsWith(Encoding.UTF8.Preamble);
        return new EditorBuffer(uri, Encoding.UTF8.GetString(marked ? bytes[Encoding.UTF8.Preamble.Length..] : bytes), marked);
    }
}
