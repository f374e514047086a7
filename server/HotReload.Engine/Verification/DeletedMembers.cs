using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// The members that deltas took from the program. The runtime keeps the attributes of one that comes back with fewer, the compiler's own
/// counted: whoever looks by reflection would find old ones, or the same one twice.
/// </summary>
internal sealed class DeletedMembers
{
    readonly Dictionary<(ProjectId Project, string Kind, string Name), string> _members = [];

    /// <summary>The program has an edit.</summary>
    public void Take(WrittenEdits written)
    {
        foreach (var (project, edits) in written.Projects)
        {
            var stay = edits.Came.Select(member => (project, member.Kind, member.Name)).ToHashSet();
            foreach (var member in edits.Went.Where(member => !stay.Contains((project, member.Kind, member.Name))))
            {
                _members[(project, member.Kind, member.Name)] = Kept(member.Node);
            }
        }
    }

    /// <summary>Why the program must be started anew for an edit that leaves it attributes; null where none of these members comes back.</summary>
    public ReloadDiagnostic? FindReturn(WrittenEdits written, Solution after)
    {
        var back =
            from each in written.Projects
            from member in each.Value.Came
            where _members.ContainsKey((each.Key, member.Kind, member.Name))
            select member.ToWarning(
                LostAttributes.Code, $"{member.Name} comes back with fewer attributes than it had; in a delta, it would keep the others.",
                after.GetProject(each.Key));
        return back.FirstOrDefault();
    }

    /// <summary>
    /// Why the program must be started anew for a member that comes back as another; null where none does. What a delta has of such a member is
    /// what the runtime has kept of it.
    /// </summary>
    public ReloadDiagnostic? FindOther(WrittenEdits written, Solution after)
    {
        var back =
            from each in written.Projects
            from member in each.Value.Came
            where each.Value.FormerOf(member) is null
            where _members.TryGetValue((each.Key, member.Kind, member.Name), out var kept) && kept != Kept(member.Node)
            select member.ToWarning(
                UnseenEdits.Code, UnseenEdits.Describe(member, "it was there before, and the runtime has kept what it was"),
                after.GetProject(each.Key));
        return back.FirstOrDefault();
    }

    /// <summary>What no delta changes of a member that has been there: whether a property has its field in the type, its accessors, and what its parameters are when nobody names them.</summary>
    static string Kept(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax property => $"{property.Modifiers.Any(SyntaxKind.StaticKeyword)} {string.Join(' ', property.AccessorList?.Accessors.Select(accessor => accessor.Keyword.Text) ?? [])}",
        BaseMethodDeclarationSyntax method => string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Default?.Value.ToString())),
        _ => "",
    };
}
