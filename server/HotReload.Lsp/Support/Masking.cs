using System.Text.RegularExpressions;

namespace HotReload.Lsp.Support;

/// <summary>Takes out of a text who the user is, and on which machine: the home folder, and both names where they stand as words.</summary>
/// <param name="home">Full path of the home folder.</param>
/// <param name="user">The user's name.</param>
/// <param name="machine">The machine's name.</param>
internal sealed class Masking(string home, string user, string machine)
{
    /// <summary>Shorter ones are words of any text.</summary>
    const int ShortestName = 3;

    readonly string[] _homes = home.Length < ShortestName ? [] :
    [
        // As it is, as JSON writes it, as an address has it.
        .. new[] { home, home.Replace("\\", "\\\\", StringComparison.Ordinal), home.Replace('\\', '/'), new Uri(home).AbsolutePath }
            .Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length),
    ];

    /// <summary>For the user that this process runs for.</summary>
    public static Masking OfThisUser() =>
        new(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.UserName, Environment.MachineName);

    /// <summary>The text without them.</summary>
    public string Mask(string text)
    {
        foreach (var form in _homes)
        {
            text = text.Replace(form, "~", StringComparison.OrdinalIgnoreCase);
        }

        return Hide(Hide(text, user, "<user>"), machine, "<machine>");
    }

    static string Hide(string text, string name, string mask) => name.Length < ShortestName
        ? text
        : Regex.Replace(text, $@"(?<!\w){Regex.Escape(name)}(?!\w)", mask, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
