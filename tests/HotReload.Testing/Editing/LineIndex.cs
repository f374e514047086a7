using HotReload.Core.Buffers;

namespace HotReload.Testing.Editing;

/// <summary>Counts lines as LSP does: CRLF, LF and a lone CR each end one.</summary>
static class LineIndex
{
    /// <summary>The position of a UTF-16 offset.</summary>
    public static TextPosition PositionAt(string text, int offset)
    {
        int line = 0, start = 0;
        for (var at = 0; at < offset; at++)
        {
            var ends = text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));
            if (ends)
            {
                line++;
                start = at + 1;
            }
        }

        return new TextPosition(line, offset - start);
    }
}
