using System.Text;

namespace HotReload.Agent.State.Formats;

/// <summary>How a text is written. The numbers are in files: never change one.</summary>
static class TextForm
{
    public const byte Utf8 = 0;
    public const byte Utf16 = 1;

    /// <summary>A text without what UTF-8 can't say.</summary>
    public static string Mend(string text) => IsWhole(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether UTF-8 can say a text: one with half a surrogate pair it can't.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
