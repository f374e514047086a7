using System.Reflection.Metadata;
using HotReload.Core.Reload;
using HotReload.Engine.EditAndContinue;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Verification;

/// <summary>
/// Finds deltas that take an attribute away. They empty its row, and the runtime, which looks for attributes by halves in what it takes for
/// a sorted table, then misses those of types and members that nobody edited.
/// </summary>
internal static class LostAttributes
{
    /// <summary>The code of the reason that it is for a restart.</summary>
    public const string Code = "HR1012";

    public static bool IsTakenBy(EncUpdates updates) => updates.Deltas.Any(IsTakenBy);

    /// <summary>The reason, at the edited member that has fewer attributes than before, or else at the first that was edited.</summary>
    public static async Task<ReloadDiagnostic> ExplainAsync(
        Solution before, Solution after, SolutionChange change, CancellationToken cancellationToken)
    {
        foreach (var id in change.Projects)
        {
            var project = after.GetProject(id);
            var edits = await TextEdits.FindWrittenAsync(before.GetProject(id), project, change, cancellationToken);
            var member = edits.Came.FirstOrDefault(came => edits.Went.Any(went => Key(went) == Key(came) && Count(went) > Count(came)))
                ?? edits.Came.Concat(edits.Went).FirstOrDefault();
            if (member is not null)
            {
                return new(
                    Code, DiagnosticSeverity.Warning, $"{member.Name} loses an attribute; in a delta, the program would lose others with it.",
                    member.Node.SyntaxTree.FilePath, Places.ToRange(member.Node), project?.Name);
            }
        }

        return new(Code, DiagnosticSeverity.Warning, "The edit takes an attribute away; in a delta, the program would lose others with it.", null, default, null);
    }

    static bool IsTakenBy(ModuleDelta delta)
    {
        using var provider = MetadataReaderProvider.FromMetadataImage(delta.Metadata);
        var reader = provider.GetMetadataReader();
        return reader.CustomAttributes.Any(handle => reader.GetCustomAttribute(handle).Parent.IsNil);
    }

    static (string, string) Key(DeclaredMember member) => (member.Kind, member.Name);

    static int Count(DeclaredMember member) => member.Node.DescendantNodes().OfType<AttributeSyntax>().Count();
}
