using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Reporting;

/// <summary>Finds the changed member that the program means, which names it as the runtime does.</summary>
internal static class ThrowingMember
{
    const string Constructor = ".ctor";
    const string StaticConstructor = ".cctor";

    /// <summary>The member of a reload; of overloads the first, else one of the same type. Null where the reload names none.</summary>
    public static ChangedMember? Find(ImmutableArray<ChangedMember> members, MemberFailure thrown)
    {
        var member = thrown.Member is Constructor or StaticConstructor ? thrown.Type.Split('.')[^1] : thrown.Member;
        var name = $"{thrown.Type}.{member}";
        return members.FirstOrDefault(item => Plain(item.Name) == name)
            ?? members.FirstOrDefault(item => Plain(item.Name).StartsWith(thrown.Type + ".", StringComparison.Ordinal))
            ?? members.FirstOrDefault();
    }

    /// <summary>A name without parameters and type parameters.</summary>
    static string Plain(string name)
    {
        var depth = 0;
        return string.Concat(name.TakeWhile(character => character is not ('(' or '[')).Where(character =>
        {
            depth += character == '<' ? 1 : 0;
            var isPlain = depth == 0;
            depth -= character == '>' ? 1 : 0;
            return isPlain;
        }));
    }
}
