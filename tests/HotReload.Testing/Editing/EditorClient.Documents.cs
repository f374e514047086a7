using System.Collections.Concurrent;
using HotReload.Core.Buffers;

namespace HotReload.Testing.Editing;

/// <content>What the person at the keyboard does with documents.</content>
public sealed partial class EditorClient
{
    readonly ConcurrentDictionary<string, EditorBuffer> _buffers = new();

    /// <summary>The buffer of an open document.</summary>
    public EditorBuffer Buffer(string document) =>
        _buffers.TryGetValue(UriOf(document), out var buffer)
            ? buffer
            : throw new InvalidOperationException($"{document} is not open.");

    /// <summary>Whether a document is open.</summary>
    public bool IsOpen(string document) => _buffers.ContainsKey(UriOf(document));

    /// <summary>Opens a file with the text that it has on disk.</summary>
    public Task<EditorBuffer> OpenAsync(string document)
    {
        var uri = UriOf(document);
        var path = DocumentUri.File(uri) ?? throw new ArgumentException($"{uri} is no file; open it with its text.", nameof(document));
        return OpenAsync(EditorBuffer.FromFile(uri, path));
    }

    /// <summary>Opens a document with a text of its own, which may be no file's.</summary>
    public Task<EditorBuffer> OpenAsync(string document, string text) =>
        OpenAsync(new EditorBuffer(UriOf(document), text, byteOrderMark: false));

    /// <summary>Types after a text that the buffer holds exactly once: one character, one change, one version.</summary>
    /// <param name="document">An open document.</param>
    /// <param name="after">Where the caret is put: behind this.</param>
    /// <param name="text">What is typed.</param>
    /// <param name="pace">The pause after each character; none by default.</param>
    public Task TypeAsync(string document, string after, string text, TimeSpan pace = default)
    {
        var buffer = Buffer(document);
        return TypeAtAsync(buffer, buffer.OffsetOf(after) + after.Length, text, pace);
    }

    /// <summary>Types at the end of the text.</summary>
    public Task AppendAsync(string document, string text)
    {
        var buffer = Buffer(document);
        return TypeAtAsync(buffer, buffer.Text.Length, text, TimeSpan.Zero);
    }

    /// <summary>Selects a text that the buffer holds exactly once and types over it, character by character.</summary>
    public async Task TypeOverAsync(string document, string old, string text, TimeSpan pace = default)
    {
        var buffer = Buffer(document);
        var at = buffer.OffsetOf(old);
        await ChangeAsync(buffer, at, old.Length, "");
        await TypeAtAsync(buffer, at, text, pace);
    }

    /// <summary>Replaces a text that the buffer holds exactly once, in one change, as paste or a refactoring does.</summary>
    public Task ReplaceAsync(string document, string old, string replacement)
    {
        var buffer = Buffer(document);
        return ChangeAsync(buffer, buffer.OffsetOf(old), old.Length, replacement);
    }

    /// <summary>Replaces a stretch of the text, in one change.</summary>
    /// <param name="document">An open document.</param>
    /// <param name="at">Where it begins: an offset in UTF-16 units.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="replacement">What comes in its place.</param>
    public Task SpliceAsync(string document, int at, int length, string replacement) => ChangeAsync(Buffer(document), at, length, replacement);

    /// <summary>Replaces the whole text, without a range, as editors do that can't count.</summary>
    public Task SetTextAsync(string document, string text)
    {
        var buffer = Buffer(document);
        buffer.SetText(text);
        return NotifyAsync(
            "textDocument/didChange",
            new { textDocument = new { uri = buffer.Uri, version = buffer.Version }, contentChanges = new[] { new { text } } }).AsTask();
    }

    /// <summary>Writes the buffer to disk and says so.</summary>
    public async Task SaveAsync(string document)
    {
        var buffer = Buffer(document);
        if (DocumentUri.File(buffer.Uri) is { } path)
        {
            await File.WriteAllBytesAsync(path, buffer.ToBytes());
        }

        await NotifyAsync("textDocument/didSave", new { textDocument = new { uri = buffer.Uri } });
    }

    /// <summary>Closes a document; what was not saved is gone.</summary>
    public async Task CloseAsync(string document)
    {
        var buffer = Buffer(document);
        _buffers.TryRemove(buffer.Uri, out _);
        await NotifyAsync("textDocument/didClose", new { textDocument = new { uri = buffer.Uri } });
    }

    async Task<EditorBuffer> OpenAsync(EditorBuffer buffer)
    {
        _buffers[buffer.Uri] = buffer;
        await NotifyAsync(
            "textDocument/didOpen",
            new { textDocument = new { uri = buffer.Uri, languageId = LanguageOf(buffer.Uri), version = buffer.Version, text = buffer.Text } });
        return buffer;
    }

    async Task TypeAtAsync(EditorBuffer buffer, int at, string text, TimeSpan pace)
    {
        // A person types whole characters: the two halves of a surrogate pair arrive together.
        foreach (var rune in text.EnumerateRunes())
        {
            await ChangeAsync(buffer, at, 0, rune.ToString());
            at += rune.Utf16SequenceLength;
            if (pace > TimeSpan.Zero)
            {
                await Task.Delay(pace);
            }
        }
    }

    async Task ChangeAsync(EditorBuffer buffer, int at, int length, string text)
    {
        TextRange range = buffer.Splice(at, length, text);
        await NotifyAsync(
            "textDocument/didChange",
            new { textDocument = new { uri = buffer.Uri, version = buffer.Version }, contentChanges = new[] { new { range, text } } });
    }

    string UriOf(string document) => DocumentUri.Of(_options.Root, document);

    static string LanguageOf(string uri) => Path.GetExtension(uri) switch
    {
        ".cs" => "csharp",
        ".cshtml" => "aspnetcorerazor",
        ".razor" => "aspnetcorerazor",
        _ => "plaintext",
    };
}
