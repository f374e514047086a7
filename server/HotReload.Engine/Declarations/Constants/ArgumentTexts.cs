using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Declarations.Constants;

/// <summary>Methods that are given how an argument is written, besides its value.</summary>
internal static class ArgumentTexts
{
    const string Attribute = "CallerArgumentExpressionAttribute";

    /// <summary>Whether a call gives its method the text of the argument that some code is part of.</summary>
    public static bool AreTaken(SyntaxNode call, SyntaxNode code, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return false;
        }

        var isExtension = method.ReducedFrom is not null;
        var parameters = (method.ReducedFrom ?? method).Parameters;
        var taken = parameters.SelectMany(parameter => parameter.GetAttributes())
            .Where(attribute => attribute.AttributeClass?.Name == Attribute)
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
            .ToList();
        if (taken.Count == 0)
        {
            return false;
        }

        var arguments = call.ChildNodes().OfType<ArgumentListSyntax>().FirstOrDefault()?.Arguments ?? [];
        var place = arguments.IndexOf(argument => argument.Span.Contains(code.Span));
        return place < 0
            ? isExtension && taken.Contains(parameters[0].Name)
            : taken.Contains(arguments[place].NameColon?.Name.Identifier.ValueText
                ?? parameters[Math.Min(place + (isExtension ? 1 : 0), parameters.Length - 1)].Name);
    }
}
