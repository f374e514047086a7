namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>
/// Finds the place of the script in a document: at the start of its head, before anything that the page loads. Only what may stand
/// before that is read; the rest of the document goes through unseen.
/// </summary>
static class HtmlPrologue
{
    /// <summary>The longest beginning that is waited for. Whoever writes more before the head has none.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>Looks at the beginning of a document.</summary>
    /// <param name="text">What there is so far.</param>
    /// <param name="isEnd">Whether nothing follows.</param>
    public static ProloguePlace Find(ReadOnlySpan<char> text, bool isEnd)
    {
        var isDocument = false;
        var at = Skip(text, 0);
        while (at < text.Length && text[at] == '<')
        {
            var rest = text[at..];
            var end = EndOf(rest, out var kind);
            if (kind == Markup.Other)
            {
                break;
            }

            if (end < 0)
            {
                return isEnd || text.Length > Limit ? new(at, isDocument) : ProloguePlace.Unknown;
            }

            isDocument |= kind != Markup.Comment;
            at += end;
            if (kind == Markup.Head)
            {
                return new(at, true);
            }

            at = Skip(text, at);
        }

        // A tag that has only begun may still become one of those that are passed over.
        var isOpen = at >= text.Length || (text[at] == '<' && text.Length - at < "<!doctype ".Length);
        return isOpen && !isEnd ? ProloguePlace.Unknown : new(at, isDocument);
    }

    enum Markup
    {
        Other,
        Comment,
        Opening,
        Head,
    }

    static int Skip(ReadOnlySpan<char> text, int at)
    {
        // A byte order mark, decoded or not, is no text.
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || (at < 3 && text[at] is '\uFEFF' or '\u00EF' or '\u00BB' or '\u00BF')))
        {
            at++;
        }

        return at;
    }

    static int EndOf(ReadOnlySpan<char> text, out Markup kind)
    {
        if (text.StartsWith("<!--"))
        {
            kind = Markup.Comment;
            var end = text[4..].IndexOf("-->");
            return end < 0 ? -1 : end + 7;
        }

        kind = Is(text, "<head") ? Markup.Head
            : Is(text, "<html") || Is(text, "<!doctype") || text.StartsWith("<?") ? Markup.Opening
            : Markup.Other;
        return kind == Markup.Other ? -1 : EndOfTag(text);
    }

    static bool Is(ReadOnlySpan<char> text, string tag) =>
        text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)
        && (text.Length == tag.Length || text[tag.Length] is '>' or '/' || char.IsWhiteSpace(text[tag.Length]));

    /// <summary>The end of a tag; a bracket within quotes is text.</summary>
    static int EndOfTag(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (quote != '\0')
            {
                quote = text[i] == quote ? '\0' : quote;
            }
            else if (text[i] is '"' or '\'')
            {
                quote = text[i];
            }
            else if (text[i] == '>')
            {
                return i + 1;
            }
        }

        return -1;
    }
}
