using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Finds constructors that come beside one without parameters that was a class's only one. The SDK's analysis takes that one for the
/// compiler's own, which another constructor replaces: its delta would make each call of it fail, and reflection not find it.
/// </summary>
internal static class AddedConstructors
{
    /// <summary>The reason for a restart; null where there is no such constructor.</summary>
    /// <param name="written">What was edited.</param>
    /// <param name="before">What the program runs.</param>
    /// <param name="after">What it is to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ReloadDiagnostic?> FindAsync(
        WrittenEdits written, Solution before, Solution after, CancellationToken cancellationToken)
    {
        foreach (var (id, edits) in written.Projects)
        {
            foreach (var member in edits.DeclaredAnew.Where(member => member.Node is ConstructorDeclarationSyntax { ParameterList.Parameters.Count: > 0 }))
            {
                var now = await TypeOfAsync(member.Node, after.GetProject(id), cancellationToken);
                if (now is { TypeKind: TypeKind.Class } && now.InstanceConstructors.Any(IsWrittenWithoutParameters)
                    && await FindCounterpartAsync(now, before.GetProject(id), cancellationToken) is { } former
                    && former.InstanceConstructors.All(constructor => constructor.Parameters.IsEmpty))
                {
                    return member.ToWarning(
                        UnseenEdits.Code, $"{member.Name} comes beside the only constructor, which has no parameters; in a delta, that one would be lost.",
                        after.GetProject(id));
                }
            }
        }

        return null;
    }

    static async Task<INamedTypeSymbol?> TypeOfAsync(SyntaxNode constructor, Project? project, CancellationToken cancellationToken) =>
        project is not null && await project.GetCompilationAsync(cancellationToken) is { } compilation && compilation.ContainsSyntaxTree(constructor.SyntaxTree)
            ? compilation.GetSemanticModel(constructor.SyntaxTree).GetDeclaredSymbol(constructor, cancellationToken)?.ContainingType
            : null;

    static async Task<INamedTypeSymbol?> FindCounterpartAsync(INamedTypeSymbol type, Project? project, CancellationToken cancellationToken) =>
        project is not null && await project.GetCompilationAsync(cancellationToken) is { } compilation
            ? SymbolIds.Find(SymbolIds.Of(type), compilation) as INamedTypeSymbol
            : null;

    static bool IsWrittenWithoutParameters(IMethodSymbol constructor) => constructor is { Parameters.IsEmpty: true, IsImplicitlyDeclared: false };
}
