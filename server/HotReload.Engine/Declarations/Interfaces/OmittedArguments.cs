using System.Collections.Immutable;
using HotReload.Engine.Declarations.Constants;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>
/// Arguments that calls leave to a parameter's default value. Beside a method that is only there for the analysis, such a call may come to call
/// that one; one that says all its arguments does not.
/// </summary>
/// <param name="types">The types whose methods are called, as <see cref="SymbolIds"/> names them.</param>
internal sealed class OmittedArguments(ImmutableHashSet<string> types)
{
    /// <summary>What makes the calls of methods by some names say all their arguments; null where that can't be.</summary>
    public async Task<IReadOnlyList<TextChange>?> WriteAsync(Document document, ImmutableHashSet<string> names, CancellationToken cancellationToken)
    {
        var places = await NameMentions.FindAllAsync(document, names, cancellationToken);
        if (document is SourceGeneratedDocument || places.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model)
        {
            return [];
        }

        var writes = new List<TextChange>();
        foreach (var call in places.Select(place => CallOf(place.Parent)).OfType<InvocationExpressionSyntax>())
        {
            if (model.GetOperation(call, cancellationToken) is not IInvocationOperation operation || !types.Contains(SymbolIds.OfType(operation.TargetMethod.ContainingType.OriginalDefinition)))
            {
                continue;
            }

            var said = call.ArgumentList.Arguments.Count;
            foreach (var parameter in operation.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.DefaultValue).Select(argument => argument.Parameter!))
            {
                if (!parameter.HasExplicitDefaultValue || !parameter.GetAttributes().IsEmpty || ConstantText.Of(parameter.Type, parameter.ExplicitDefaultValue, isPattern: false) is not { } value)
                {
                    return null;
                }

                writes.Add(new(new(call.ArgumentList.CloseParenToken.SpanStart, 0), $"{(said++ > 0 ? ", " : "")}@{parameter.Name}: {value}"));
            }
        }

        return writes;
    }

    static InvocationExpressionSyntax? CallOf(SyntaxNode? name) => name?.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == name => call,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Name == name && call.Expression == access => call,
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax call } => call,
        _ => null,
    };
}
