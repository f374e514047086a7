using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Declarations.Constants;

/// <summary>A place where code says a constant.</summary>
internal readonly record struct ConstantPlace
{
    /// <summary>What stands for the value, with the types and namespaces before the name; null where nothing else can stand there.</summary>
    public SyntaxNode? Expression { get; private init; }

    /// <summary>Whether it is compared with, where parentheses have a meaning of their own.</summary>
    public bool IsPattern { get; private init; }

    /// <summary>The constant whose value is made here; null where none is.</summary>
    public VariableDeclaratorSyntax? Declared { get; private init; }

    /// <summary>Whether the name is meant and not the value.</summary>
    public static bool IsNameOnly(SyntaxNode name) => name.Ancestors().Any(around => around is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } });

    /// <summary>Looks at one.</summary>
    public static ConstantPlace Of(SyntaxNode name, SemanticModel model, CancellationToken cancellationToken)
    {
        var whole = Whole(name);
        foreach (var around in whole.Ancestors())
        {
            switch (around)
            {
                // What these are made of is in the metadata, which is not made anew; or the text itself is read.
                case AttributeSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or UsingDirectiveSyntax or NameSyntax:
                case VariableDeclaratorSyntax { ArgumentList: { } sizes } when sizes.Span.Contains(whole.Span):
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax when ArgumentTexts.AreTaken(around, whole, model, cancellationToken):
                    return default;
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } variable when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    return new() { Declared = variable };
            }
        }

        return new() { Expression = whole, IsPattern = IsCompared(whole) };
    }

    /// <summary>A name with what is before its dots.</summary>
    static SyntaxNode Whole(SyntaxNode name)
    {
        while (name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
        {
            name = name.Parent;
        }

        return name;
    }

    static bool IsCompared(SyntaxNode whole) => whole.Parent is PatternSyntax or CaseSwitchLabelSyntax
        || whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } comparison && comparison.Right == whole;
}
