using Microsoft.Extensions.Primitives;

namespace HotReload.Agent.AspNetCore.Injection;

/// <summary>What a page's content security policies say of a script from the page's own address.</summary>
/// <param name="Nonce">What the script's element must carry; null where nothing is needed.</param>
/// <param name="Refusal">The directive that keeps the script, or its connection, out; null where none does.</param>
readonly record struct ContentSecurity(string? Nonce, string? Refusal)
{
    static readonly string[] s_scripts = ["script-src-elem", "script-src", "default-src"];
    static readonly string[] s_connections = ["connect-src", "default-src"];

    /// <summary>Reads the header; several policies must all agree.</summary>
    public static ContentSecurity Read(StringValues headers)
    {
        string? nonce = null;
        string? refusal = null;
        foreach (var policy in headers.SelectMany(header => (header ?? "").Split(',')))
        {
            var directives = Parse(policy);
            var (found, refused) = JudgeScript(directives);
            nonce ??= found;
            refusal ??= refused ?? JudgeConnection(directives);
        }

        return new(nonce, refusal);
    }

    static Dictionary<string, string[]> Parse(string policy)
    {
        var directives = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var directive in policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = directive.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            directives.TryAdd(words[0], words[1..]);
        }

        return directives;
    }

    static (string? Nonce, string? Refusal) JudgeScript(Dictionary<string, string[]> directives)
    {
        var (name, sources) = Find(directives, s_scripts);
        if (name is null)
        {
            return (null, null);
        }

        const string Mark = "'nonce-";
        var nonce = sources.FirstOrDefault(source => source.StartsWith(Mark, StringComparison.OrdinalIgnoreCase));
        if (nonce is not null)
        {
            return (nonce[Mark.Length..].TrimEnd('\''), null);
        }

        // With this word, addresses don't count.
        var isStrict = sources.Contains("'strict-dynamic'", StringComparer.OrdinalIgnoreCase);
        return (null, !isStrict && sources.Any(AllowsOwn) ? null : Show(name, sources));
    }

    static string? JudgeConnection(Dictionary<string, string[]> directives) =>
        Find(directives, s_connections) is ({ } name, var sources) && !sources.Any(AllowsOwn) ? Show(name, sources) : null;

    static (string? Name, string[] Sources) Find(Dictionary<string, string[]> directives, string[] names) =>
        Array.Find(names, directives.ContainsKey) is { } name ? (name, directives[name]) : (null, []);

    static bool AllowsOwn(string source) =>
        source.Equals("'self'", StringComparison.OrdinalIgnoreCase) || source is "*" or "http:" or "https:" or "ws:" or "wss:";

    static string Show(string name, string[] sources) => $"{name} {string.Join(' ', sources)}".TrimEnd();
}
