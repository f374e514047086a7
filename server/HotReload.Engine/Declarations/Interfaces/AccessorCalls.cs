using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>Code that asks or sets a property, written as calls of methods by its accessors' names: an extension method can be called so, and is no property.</summary>
internal static class AccessorCalls
{
    /// <summary>What makes a file call them; null where it does something else with the property.</summary>
    public static async Task<IReadOnlyList<TextChange>?> WriteAsync(Document document, IPropertySymbol property, CancellationToken cancellationToken)
    {
        var places = await NameMentions.FindAllAsync(document, [property.Name], cancellationToken);
        if (places.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model)
        {
            return [];
        }

        var writes = new List<TextChange>();
        foreach (var name in places.Select(place => place.Parent).OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellationToken).Symbol is not IPropertySymbol said || SymbolIds.Of(said.OriginalDefinition) != SymbolIds.Of(property))
            {
                continue;
            }

            if (document is SourceGeneratedDocument || Write(name, model) is not { } written)
            {
                return null;
            }

            writes.AddRange(written);
        }

        return writes;
    }

    static IReadOnlyList<TextChange>? Write(IdentifierNameSyntax name, SemanticModel model)
    {
        ExpressionSyntax? access = name.Parent switch
        {
            MemberAccessExpressionSyntax member when member.Name == name => member,
            MemberBindingExpressionSyntax binding => binding,
            _ => null,
        };
        return access?.Parent switch
        {
            null => null,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment when assignment.Left == access =>
                access is MemberAccessExpressionSyntax { Expression: var owner } && model.GetTypeInfo(owner).Type?.IsReferenceType == true
                    ?
                    [
                        new(TextSpan.FromBounds(name.SpanStart, assignment.Right.SpanStart), $"set_{name.Identifier.ValueText}("),
                        new(new(assignment.Right.Span.End, 0), ")"),
                    ]
                    : null,
            AssignmentExpressionSyntax assignment when assignment.Left == access => null,
            PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } => null,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => null,
            ArgumentSyntax { Parent.Parent: TupleExpressionSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } } => null,
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => null,
            _ => [new(name.Span, $"get_{name.Identifier.ValueText}()")],
        };
    }
}
