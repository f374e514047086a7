using System.Text.RegularExpressions;

namespace HotReload.Engine.Evaluations;

/// <summary>Whether the text of a build file says all that an evaluation of it depends on.</summary>
internal static partial class BuildText
{
    /// <summary>
    /// Whether it is certain what the file depends on: on other files that are named, on files of the project's folder by pattern, and on
    /// the environment. Targets, tasks, property functions and looks at the disk can depend on anything.
    /// </summary>
    public static bool IsPlain(string text)
    {
        var plain = Comment().Replace(text, "");
        return !Doubtful().IsMatch(KnownFunction().Replace(plain, "")) && !FarPattern().IsMatch(plain)
            && SdkName().Matches(plain).All(match => match.Groups[1].Value.Split(';').All(IsKnownSdk));
    }

    /// <summary>The files that it imports, as it names them.</summary>
    public static IEnumerable<string> Imports(string text) =>
        Import().Matches(Comment().Replace(text, "")).Select(match => match.Groups[1].Value);

    static bool IsKnownSdk(string name) => name.Trim() is "Microsoft.NET.Sdk" or "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Worker" or "Microsoft.NET.Sdk.Razor";

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"<Target\b|<UsingTask\b|\bExists\s*\(|\$\(\[|<Import\b[^>]*\bSdk\s*=|<ChecksumAlgorithm\b|<CodePage\b", RegexOptions.IgnoreCase)]
    private static partial Regex Doubtful();

    /// <summary>It looks for the same file in the folders above, which are known.</summary>
    [GeneratedRegex(@"\$\(\[MSBuild\]::GetPathOfFileAbove\(\s*'(Directory\.Build\.(props|targets)|Directory\.Packages\.props)'(?:[^()]|\$\([^()]*\))*\)\)|\$\(\[MSBuild\]::IsOSPlatform\([^)]*\)\)", RegexOptions.IgnoreCase)]
    private static partial Regex KnownFunction();

    /// <summary>A pattern for files outside of the project's folder.</summary>
    [GeneratedRegex(@"\b(Include|Exclude|Remove|Update)\s*=\s*[""'](?=[^""']*\*)[^""']*(\.\.|\$\(|(?:^|;)\s*[/\\~]|[A-Za-z]:)", RegexOptions.IgnoreCase)]
    private static partial Regex FarPattern();

    [GeneratedRegex(@"<(?:Project|Sdk)\b[^>]*\b(?:Sdk|Name)\s*=\s*[""']([^""']*)[""']", RegexOptions.IgnoreCase)]
    private static partial Regex SdkName();

    [GeneratedRegex(@"<Import\b[^>]*\bProject\s*=\s*[""']([^""']*)[""']", RegexOptions.IgnoreCase)]
    private static partial Regex Import();
}
