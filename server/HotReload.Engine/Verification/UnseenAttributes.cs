using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Finds edits that the SDK's analysis lets pass and that a running program does not show: attributes of a return value and of an enum's
/// member, and the modifier that makes a type known to its file only.
/// </summary>
internal static class UnseenAttributes
{
    /// <summary>The code of what is found.</summary>
    public const string Code = "HR1006";

    public static IEnumerable<ReloadDiagnostic> Find(TextEdits edits, Project project) =>
        from member in edits.Came
        let former = edits.Went.FirstOrDefault(other => other.Kind == member.Kind && other.Name == member.Name)
        where former is not null && Unseen(former.Node) != Unseen(member.Node)
        select new ReloadDiagnostic(
            Code, Core.Reload.DiagnosticSeverity.Warning,
            $"{member.Name} is declared otherwise in a way that only a start of the program takes: an attribute of a return value or of an enum's member, or 'file'.",
            member.Node.SyntaxTree.FilePath, Places.ToRange(member.Node), project.Name);

    static string Unseen(MemberDeclarationSyntax node) => string.Join(' ', node switch
    {
        EnumMemberDeclarationSyntax item => item.AttributeLists.Select(list => list.ToString()),
        BaseTypeDeclarationSyntax type => type.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.FileKeyword)).Select(modifier => modifier.Text),
        _ => node.AttributeLists.Where(list => list.Target?.Identifier.IsKind(SyntaxKind.ReturnKeyword) == true).Select(list => list.ToString()),
    });
}
