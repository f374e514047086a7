using System.Collections.Immutable;
using System.Text;

namespace HotReload.Runtime.Profiles;

/// <summary>
/// Splits a command line by the rules of Windows' C runtime, which .NET follows on every system: blanks separate, double
/// quotes group, a backslash counts only before a quote, and a doubled quote within quotes is a quote.
/// </summary>
public static class CommandLine
{
    /// <summary>The arguments, in order. An empty pair of quotes is an empty argument.</summary>
    public static ImmutableArray<string> Split(string text)
    {
        var arguments = ImmutableArray.CreateBuilder<string>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && IsBlank(text[position]))
            {
                position++;
            }

            if (position == text.Length)
            {
                return arguments.ToImmutable();
            }

            arguments.Add(Next(text, ref position));
        }
    }

    static string Next(string text, ref int position)
    {
        var argument = new StringBuilder();
        var quoted = false;
        while (position < text.Length && (quoted || !IsBlank(text[position])))
        {
            switch (text[position])
            {
                case '\\':
                    TakeBackslashes(text, ref position, argument);
                    break;
                case '"' when quoted && position + 1 < text.Length && text[position + 1] == '"':
                    argument.Append('"');
                    position += 2;
                    break;
                case '"':
                    quoted = !quoted;
                    position++;
                    break;
                default:
                    argument.Append(text[position++]);
                    break;
            }
        }

        return argument.ToString();
    }

    // 2n backslashes and a quote: n backslashes, the quote opens or closes. 2n+1: n backslashes and a plain quote.
    static void TakeBackslashes(string text, ref int position, StringBuilder argument)
    {
        var start = position;
        while (position < text.Length && text[position] == '\\')
        {
            position++;
        }

        var count = position - start;
        if (position == text.Length || text[position] != '"')
        {
            argument.Append('\\', count);
            return;
        }

        argument.Append('\\', count / 2);
        if (count % 2 == 1)
        {
            argument.Append('"');
            position++;
        }
    }

    static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';
}
