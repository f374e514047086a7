using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Constants;

/// <summary>A constant of which only what stands for its value was edited.</summary>
/// <param name="Document">Its file.</param>
/// <param name="Variable">Its declaration, as it is now.</param>
/// <param name="FormerDocument">Its file before.</param>
/// <param name="Former">Its declaration, as it was.</param>
internal sealed record EditedConstant(Document Document, VariableDeclaratorSyntax Variable, Document FormerDocument, VariableDeclaratorSyntax Former)
{
    /// <summary>What is written for its value.</summary>
    public ExpressionSyntax Value => Variable.Initializer!.Value;

    /// <summary>What was.</summary>
    public ExpressionSyntax FormerValue => Former.Initializer!.Value;

    /// <summary>The constant, as it is now.</summary>
    public Task<IFieldSymbol?> FindAsync(CancellationToken cancellationToken) => FindAsync(Document, Variable, cancellationToken);

    /// <summary>Whether it is written otherwise, and is what it was.</summary>
    public async Task<bool> IsSameAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is { HasConstantValue: true } now
        && await FindAsync(FormerDocument, Former, cancellationToken) is { HasConstantValue: true } former
        && ConstantText.Of(now, isPattern: false) is { } text
        && text == ConstantText.Of(former, isPattern: false);

    /// <summary>Finds them.</summary>
    public static async Task<IReadOnlyList<EditedConstant>> FindAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var found = new List<EditedConstant>();
        foreach (var id in SolutionChange.Find(before, after).Documents)
        {
            if (before.GetDocument(id) is { } old && after.GetDocument(id) is { } document)
            {
                var pairs = Compare(await old.GetSyntaxRootAsync(cancellationToken), await document.GetSyntaxRootAsync(cancellationToken));
                found.AddRange(pairs.Select(pair => new EditedConstant(document, pair.Now, old, pair.Old)));
            }
        }

        return found;
    }

    static async Task<IFieldSymbol?> FindAsync(Document document, VariableDeclaratorSyntax variable, CancellationToken cancellationToken) =>
        (await document.GetSemanticModelAsync(cancellationToken))?.GetDeclaredSymbol(variable, cancellationToken) as IFieldSymbol;

    static IEnumerable<(VariableDeclaratorSyntax Old, VariableDeclaratorSyntax Now)> Compare(SyntaxNode? old, SyntaxNode? now) =>
        from member in MemberListing.Of(now).All
        where IsConstant(member)
        let former = MemberListing.Of(old).ByName[MemberListing.KeyOf(member)].ToList()
        where former is [var single] && IsConstant(single) && IsDeclaredAs((FieldDeclarationSyntax)single.Node, (FieldDeclarationSyntax)member.Node)
        let pair = (Old: VariableOf(former[0]), Now: VariableOf(member))
        where pair is { Old.Initializer: not null, Now.Initializer: not null } && !SyntaxFactory.AreEquivalent(pair.Old.Initializer, pair.Now.Initializer)
        select pair;

    static bool IsConstant(DeclaredMember member) => member.Node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword);

    static bool IsDeclaredAs(FieldDeclarationSyntax old, FieldDeclarationSyntax now) =>
        SyntaxFactory.AreEquivalent(old.Declaration.Type, now.Declaration.Type)
        && SyntaxFactory.AreEquivalent(old.Modifiers, now.Modifiers)
        && SyntaxFactory.AreEquivalent(old.AttributeLists, now.AttributeLists);

    static VariableDeclaratorSyntax VariableOf(DeclaredMember member) =>
        ((FieldDeclarationSyntax)member.Node).Declaration.Variables.First(variable => member.Name.EndsWith(variable.Identifier.Text, StringComparison.Ordinal)
            && (member.Name.Length == variable.Identifier.Text.Length || member.Name[^(variable.Identifier.Text.Length + 1)] == '.'));
}
