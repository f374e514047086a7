using System.Text.RegularExpressions;

namespace HotReload.Engine.Verification;

/// <summary>The names that the compiler gives to closures, iterators and other things which the source has no name for.</summary>
internal static partial class GeneratedNames
{
    const string TopLevelMethod = "<Main>$";

    /// <summary>Whether a name can't be written in C#.</summary>
    public static bool IsGenerated(string name) => name.Contains('<', StringComparison.Ordinal);

    /// <summary>Whether it is the name of a type that only its file knows.</summary>
    public static bool IsFileLocalType(string name) => FileLocalType().IsMatch(name);

    /// <summary>The member that something was generated for: F of &lt;F&gt;b__3_0. Null where the name does not say.</summary>
    public static string? OwnerOf(string name)
    {
        if (!name.StartsWith('<') || name == TopLevelMethod)
        {
            return null;
        }

        // What was generated within something generated has its name between the brackets.
        var owner = name[1..name.LastIndexOf('>')];
        return OwnerOf(owner) ?? (owner.Length == 0 ? null : owner);
    }

    /// <summary>
    /// A name without the numbers that count members and closures in their order: they change for all that follow when one is added.
    /// </summary>
    public static string WithoutOrdinals(string name) => IsGenerated(name) ? Ordinals().Replace(name, "") : name;

    [GeneratedRegex(@"^<[^>]*>F[0-9A-F]{64}__")]
    private static partial Regex FileLocalType();

    [GeneratedRegex(@"(?<=__|\||_|AnonymousType|<|DisplayClass|AnonymousDelegate)\d+(?=[_>`]|$)")]
    private static partial Regex Ordinals();
}
