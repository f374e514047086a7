using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Reporting;

/// <summary>A declaration in a file, under the name by which it is known in both versions of the file.</summary>
/// <param name="Kind">See <see cref="MemberKinds"/>.</param>
/// <param name="Name">With containing types and, for methods, parameter types.</param>
/// <param name="Node">The declaration.</param>
internal sealed record DeclaredMember(string Kind, string Name, MemberDeclarationSyntax Node)
{
    /// <summary>A warning at the declaration.</summary>
    public ReloadDiagnostic ToWarning(string code, string message, Project? project) =>
        new(code, Core.Reload.DiagnosticSeverity.Warning, message, Node.SyntaxTree.FilePath, Places.ToRange(Node), project?.Name);
}
