using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Calls that pass the number of their line. The number is a constant in the code, and another one for all lines below an edit: no reason
/// to restart a program, which logs the numbers of its last start.
/// </summary>
internal static class CallerLines
{
    const string Attribute = "CallerLineNumber";

    /// <summary>Whether declarations take the number that may not have taken it before.</summary>
    public static bool AreAskedForAnew(TextEdits edits) => edits.Came.Any(member => member.Node.DescendantNodes().OfType<AttributeSyntax>().Any(attribute => attribute.ToString().Contains(Attribute, StringComparison.Ordinal)));

    /// <summary>Whether a member has such calls.</summary>
    public static bool IsTakenBy(ISymbol member, Compilation compilation) =>
        member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).Any(node =>
            node.DescendantNodes().Any(call => TakesLine(call, compilation.GetSemanticModel(node.SyntaxTree))));

    static bool TakesLine(SyntaxNode call, SemanticModel model) =>
        call is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or AttributeSyntax
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && method.Parameters.Any(parameter => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == Attribute + nameof(System.Attribute)));
}
