using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Reporting;

/// <summary>Tells the members that hold a value from those that have none to default: constants and computed properties.</summary>
internal static class NewState
{
    /// <summary>Whether a member holds a value.</summary>
    public static bool HoldsValue(MemberDeclarationSyntax node) => node switch
    {
        BaseFieldDeclarationSyntax field => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        PropertyDeclarationSyntax property => !IsWithoutBody(property) && (IsAutomatic(property) || UsesField(property)),
        _ => false,
    };

    static bool IsWithoutBody(PropertyDeclarationSyntax property) =>
        property.Parent is InterfaceDeclarationSyntax && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
        || property.Modifiers.Any(SyntaxKind.AbstractKeyword)
        || property.Modifiers.Any(SyntaxKind.ExternKeyword);

    static bool IsAutomatic(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(accessor => accessor.Body is null && accessor.ExpressionBody is null) == true;

    /// <summary>By its text: the keyword is a token like any other to the compilers that this is built against.</summary>
    static bool UsesField(PropertyDeclarationSyntax property) =>
        property.DescendantTokens().Any(token => token.Text == "field" && token.Parent is not MemberAccessExpressionSyntax);
}
