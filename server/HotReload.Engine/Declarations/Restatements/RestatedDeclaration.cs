using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Restatements;

/// <summary>A declaration that is written otherwise now, in a way that is all the same to a running program, or that compiling it anew brings.</summary>
/// <param name="Changes">What makes the former text declare it as it is now.</param>
/// <param name="Compiled">What must be compiled anew for it: methods and accessors whose code was not edited.</param>
/// <param name="IsNoted">Whether reflection goes on showing the former declaration.</param>
internal sealed record RestatedDeclaration(ImmutableArray<TextChange> Changes, ImmutableArray<SyntaxNode> Compiled, bool IsNoted)
{
    /// <summary>Compares two versions of a declaration; null where they differ in nothing of that kind.</summary>
    public static RestatedDeclaration? Of(MemberDeclarationSyntax former, MemberDeclarationSyntax now) => (former, now) switch
    {
        _ when now.Parent is InterfaceDeclarationSyntax or TypeDeclarationSyntax { Identifier.Text: "" } => null,
        (MethodDeclarationSyntax old, MethodDeclarationSyntax method) => OfMethod(old, method),
        (ConstructorDeclarationSyntax old, ConstructorDeclarationSyntax constructor) => OfBody(old, constructor),
        (BasePropertyDeclarationSyntax old, BasePropertyDeclarationSyntax property) => OfProperty(old, property),
        (FieldDeclarationSyntax old, FieldDeclarationSyntax field) => OfField(old, field),
        (ClassDeclarationSyntax old, ClassDeclarationSyntax type) => OfClass(old, type),
        _ => null,
    };

    static RestatedDeclaration? OfMethod(MethodDeclarationSyntax old, MethodDeclarationSyntax now)
    {
        if (!IsStateMachine(old) || IsStateMachine(now))
        {
            return OfBody(old, now);
        }

        // How what the old code was made of fits the new code is told by its text, which is none here.
        var modifiers = new ModifierChange(old.Modifiers, now.Modifiers, SyntaxKind.AsyncKeyword);
        return ((SyntaxNode?)old.Body ?? old.ExpressionBody) is not { } body || HasFunctions(body) || !modifiers.IsPlain
            ? null
            : new([.. modifiers.Write(old), new(body.Span, WithoutCode(body))], [], IsNoted: false);
    }

    static RestatedDeclaration? OfBody(BaseMethodDeclarationSyntax old, BaseMethodDeclarationSyntax now)
    {
        var modifiers = new ModifierChange(old.Modifiers, now.Modifiers, SyntaxKind.SealedKeyword);
        return modifiers.IsEmpty || !modifiers.IsPlain || (now.Body ?? (SyntaxNode?)now.ExpressionBody) is null
            ? null
            : new([.. modifiers.Write(old)], IsSame(old.Body, now.Body) && IsSame(old.ExpressionBody, now.ExpressionBody) ? [now] : [], IsNoted: false);
    }

    static RestatedDeclaration? OfProperty(BasePropertyDeclarationSyntax old, BasePropertyDeclarationSyntax now)
    {
        var modifiers = new ModifierChange(old.Modifiers, now.Modifiers, SyntaxKind.SealedKeyword);
        var accessors = (now.AccessorList?.Accessors ?? [])
            .Select(accessor => (Old: old.AccessorList?.Accessors.FirstOrDefault(other => other.Keyword.IsKind(accessor.Keyword.Kind())), Now: accessor))
            .Where(pair => pair.Old is not null)
            .Select(pair => (Old: pair.Old!, pair.Now, Modifiers: new ModifierChange(pair.Old!.Modifiers, pair.Now.Modifiers)))
            .ToList();
        if (!modifiers.IsPlain || accessors.Exists(pair => !pair.Modifiers.IsPlain) || (modifiers.IsEmpty && accessors.TrueForAll(pair => pair.Modifiers.IsEmpty)))
        {
            return null;
        }

        var compiled = accessors.Where(pair => !modifiers.IsEmpty || !pair.Modifiers.IsEmpty)
            .Where(pair => IsSame(pair.Old.Body, pair.Now.Body) && IsSame(pair.Old.ExpressionBody, pair.Now.ExpressionBody))
            .Select(pair => (SyntaxNode)pair.Now);
        var arrow = (now as PropertyDeclarationSyntax)?.ExpressionBody ?? (now as IndexerDeclarationSyntax)?.ExpressionBody;
        var formerArrow = (old as PropertyDeclarationSyntax)?.ExpressionBody ?? (old as IndexerDeclarationSyntax)?.ExpressionBody;
        return new(
            [.. modifiers.Write(old), .. accessors.SelectMany(pair => pair.Modifiers.Write(pair.Old))],
            [.. compiled, .. arrow is not null && IsSame(formerArrow, arrow) ? [arrow] : Array.Empty<SyntaxNode>()], IsNoted: false);
    }

    /// <summary>The runtime keeps what it has found of a field when it loaded its type: code that could not use it before can't use it now.</summary>
    static RestatedDeclaration? OfField(FieldDeclarationSyntax old, FieldDeclarationSyntax now)
    {
        var modifiers = new ModifierChange(old.Modifiers, now.Modifiers, SyntaxKind.ReadOnlyKeyword);
        return modifiers.IsEmpty || !modifiers.IsPlain || modifiers.Widens ? null : new([.. modifiers.Write(old)], [], IsNoted: true);
    }

    /// <summary>The runtime goes on taking what derives from the class, which no text has.</summary>
    static RestatedDeclaration? OfClass(ClassDeclarationSyntax old, ClassDeclarationSyntax now) =>
        now.Modifiers.Any(SyntaxKind.SealedKeyword) && !old.Modifiers.Any(SyntaxKind.SealedKeyword)
            && new ModifierChange(old.Modifiers, now.Modifiers, SyntaxKind.SealedKeyword) is { IsPlain: true, IsOfAccess: false } modifiers
            ? new([.. modifiers.Write(old)], [], IsNoted: true)
            : null;

    static bool IsStateMachine(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.AsyncKeyword) || Own(method).Any(node => node is YieldStatementSyntax);

    static bool HasFunctions(SyntaxNode body) => body.DescendantNodes().Any(node => IsFunction(node) || node is QueryExpressionSyntax);

    static IEnumerable<SyntaxNode> Own(SyntaxNode code) => code.DescendantNodes(node => !IsFunction(node));

    static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    /// <summary>On as many lines, as the code below stays where it is.</summary>
    static string WithoutCode(SyntaxNode body) => body is BlockSyntax
        ? $"{{ throw null;{new string('\n', body.ToString().Count(each => each == '\n'))} }}"
        : $"=> {new string('\n', body.ToString().Count(each => each == '\n'))} throw null";

    static bool IsSame(SyntaxNode? old, SyntaxNode? now) => SyntaxFactory.AreEquivalent(old, now);
}
