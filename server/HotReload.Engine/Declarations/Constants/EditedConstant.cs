using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Declarations.Constants;

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

    /// <summary>Finds those between two solutions.</summary>
    public static Task<IReadOnlyList<EditedConstant>> FindAsync(Solution before, Solution after, CancellationToken cancellationToken) =>
        FindAsync(SolutionChange.Find(before, after), after, cancellationToken);

    /// <summary>Finds those of a change.</summary>
    public static async Task<IReadOnlyList<EditedConstant>> FindAsync(SolutionChange change, Solution after, CancellationToken cancellationToken)
    {
        var before = change.Before;
        var found = new List<EditedConstant>();
        foreach (var id in change.Documents)
        {
            await AddAsync(before.GetDocument(id), after.GetDocument(id));
        }

        foreach (var project in DeclaringProjectsOf(change, after))
        {
            foreach (var generated in await GeneratedChange.FindAsync(before.GetProject(project), after.GetProject(project), cancellationToken))
            {
                await AddAsync(generated.Before, generated.After);
            }
        }

        return found;

        async Task AddAsync(Document? old, Document? now)
        {
            if (old is not null && now is not null)
            {
                var pairs = Compare(await old.GetSyntaxRootAsync(cancellationToken), await now.GetSyntaxRootAsync(cancellationToken));
                found.AddRange(pairs.Select(pair => new EditedConstant(now, pair.Now, old, pair.Old)));
            }
        }
    }

    /// <summary>The projects of which views differ that may declare constants.</summary>
    public static IEnumerable<ProjectId> DeclaringProjectsOf(SolutionChange change, Solution after) =>
        ViewsIn(change, after).Where(view => view.TryGetText(out var text) && text.ToString().Contains("const", StringComparison.Ordinal)).Select(view => view.Project.Id).Distinct();

    /// <summary>The views that differ.</summary>
    public static IEnumerable<TextDocument> ViewsIn(SolutionChange change, Solution after) =>
        change.Documents.Select(after.GetAdditionalDocument).OfType<TextDocument>().Where(view => view.FilePath is { } path && MemberKinds.IsView(path));

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
