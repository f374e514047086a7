using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Verification;

/// <summary>A member that was not edited, and of which the compiler makes something else with the edited text.</summary>
/// <param name="Symbol">In the edited text.</param>
/// <param name="Project">Its project.</param>
/// <param name="IsBody">Whether only its body differs, so that a delta could bring it.</param>
internal sealed record StaleMember(ISymbol Symbol, Project Project, bool IsBody)
{
    /// <summary>The code of the reason that it is for a restart.</summary>
    public const string Code = "HR1004";

    public ReloadDiagnostic ToDiagnostic()
    {
        var source = Symbol.IsImplicitlyDeclared ? Symbol.ContainingType : Symbol;
        var place = source.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        var name = Symbol.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        return new(
            Code, DiagnosticSeverity.Warning, $"{name} was not edited, but compiles to something else with the edited code.",
            place?.SyntaxTree.FilePath, place is null ? default : Places.ToRange(Heading(place)), Project.Name);
    }

    /// <summary>A mark for a whole type or body would be in the way.</summary>
    static SyntaxNode Heading(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        TypeDeclarationSyntax { ParameterList: { } list } => list,
        _ => node,
    };
}
