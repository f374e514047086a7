using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>Finds the member from which an edit takes an attribute that the source gave it; see <see cref="AttributeRows"/>.</summary>
internal static class LostAttributes
{
    /// <summary>The code of the reason that it is for a restart.</summary>
    public const string Code = "HR1012";

    /// <summary>The reason; null where no attribute goes that the source names, other than with its member.</summary>
    public static async Task<ReloadDiagnostic?> FindAsync(
        Solution before, Solution after, SolutionChange change, CancellationToken cancellationToken)
    {
        foreach (var id in change.Projects)
        {
            var project = after.GetProject(id);
            var edits = await TextEdits.FindAllAsync(before.GetProject(id), project, change, cancellationToken);
            var loser = edits.Came.FirstOrDefault(came => edits.Went.Any(went => went.Kind == came.Kind && went.Name == came.Name && Loses(went.Node, came.Node)));
            if (loser is not null)
            {
                return loser.ToWarning(Code, $"{loser.Name} loses an attribute; in a delta, the program would lose others with it.", project);
            }
        }

        return null;
    }

    /// <summary>The reason where it is one of the compiler's own that goes, and it can't be told whose.</summary>
    public static ReloadDiagnostic? ToDiagnostic(WrittenEdits written, Solution after) => written.Projects
        .SelectMany(project => project.Value.Came.Select(member => member.ToWarning(
            Code, $"{member.Name}, or what stands beside it, loses an attribute of the compiler's; in a delta, it would have another twice.", after.GetProject(project.Key))))
        .FirstOrDefault();

    static bool Loses(MemberDeclarationSyntax before, MemberDeclarationSyntax after) => !AttributeSites.Of(after).Contains(AttributeSites.Of(before));
}
