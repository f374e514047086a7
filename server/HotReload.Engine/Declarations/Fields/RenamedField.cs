using HotReload.Engine.Declarations.Constants;
using HotReload.Engine.Overlay;
using HotReload.Engine.Reporting;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Fields;

/// <summary>A field that has another name than in the program.</summary>
/// <param name="Document">Its file.</param>
/// <param name="Member">It, as it is declared now.</param>
/// <param name="Kept">Its name in the program.</param>
internal sealed record RenamedField(Document Document, DeclaredMember Member, string Kept)
{
    const string Mark = "/*=";

    /// <summary>How code says it.</summary>
    public string Name => Variable.Identifier.ValueText;

    FieldDeclarationSyntax Declaration => (FieldDeclarationSyntax)Member.Node;

    VariableDeclaratorSyntax Variable => VariableOf(Member);

    /// <summary>
    /// Finds those of a file: that were renamed before, and that an edit renames which changes nothing else there. Any other may be another field
    /// in its place, and would have a value that is not its own.
    /// </summary>
    /// <param name="kept">The file as the analysis has seen it.</param>
    /// <param name="after">The file as it is to see it, but for the names.</param>
    /// <param name="formerText">The file before, as the user wrote it.</param>
    /// <param name="text">The file as he wants it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<RenamedField>> FindAsync(
        Document kept, Document after, Document? formerText, Document? text, CancellationToken cancellationToken)
    {
        var now = MemberListing.Of(await after.GetSyntaxRootAsync(cancellationToken));
        var own = MemberListing.Of(await kept.GetSyntaxRootAsync(cancellationToken)).All.Where(member => member.Node is FieldDeclarationSyntax).ToList();
        var come = now.All.Where(member => CanBeHeld(member) && !own.Exists(field => field.Name == member.Name)).ToList();
        if (come.Count == 0)
        {
            return [];
        }

        var renames = formerText is null || text is null ? [] : Renames(await formerText.GetSyntaxRootAsync(cancellationToken), await text.GetSyntaxRootAsync(cancellationToken));
        return
        [
            .. from member in come
               let name = VariableOf(member).Identifier.Text
               let path = member.Name[..^name.Length]
               let field = own.Find(field => field.Name == path + VariableOf(field).Identifier.Text && CurrentName(field) is var known
                   && (known == name ? known != VariableOf(field).Identifier.Text : renames.GetValueOrDefault(known) == name))
               where field is not null && !now.All.Any(other => other.Name == field.Name)
                   && SyntaxFactory.AreEquivalent(((FieldDeclarationSyntax)field.Node).Declaration.Type, ((FieldDeclarationSyntax)member.Node).Declaration.Type)
               select new RenamedField(after, member, VariableOf(field).Identifier.Text),
        ];
    }

    /// <summary>
    /// Finds what has come by the name that the program has for another field; null where nothing has. A field that has its own name again is no such
    /// one.
    /// </summary>
    /// <inheritdoc cref="FindAsync"/>
    public static async Task<DeclaredMember?> FindClashAsync(Document kept, Document after, Document? formerText, Document? text, CancellationToken cancellationToken)
    {
        var now = MemberListing.Of(await after.GetSyntaxRootAsync(cancellationToken)).All;
        var renamed = MemberListing.Of(await kept.GetSyntaxRootAsync(cancellationToken)).All.Where(member => member.Node is FieldDeclarationSyntax && IsKept(member)).ToList();
        var clashes = now.Where(member => renamed.Exists(field => field.Name == member.Name)).ToList();
        if (clashes.Count == 0)
        {
            return null;
        }

        var renames = formerText is null || text is null ? [] : Renames(await formerText.GetSyntaxRootAsync(cancellationToken), await text.GetSyntaxRootAsync(cancellationToken));
        return clashes.Find(member => renamed.Exists(field => field.Name == member.Name
            && renames.GetValueOrDefault(CurrentName(field)) != VariableOf(field).Identifier.Text));
    }

    /// <summary>Writes the name that the program has wherever code says it; null where that can't be.</summary>
    public async Task<IReadOnlyList<(DocumentId Document, TextChange Change)>?> WriteAsync(CancellationToken cancellationToken)
    {
        if ((await Document.GetSemanticModelAsync(cancellationToken))?.GetDeclaredSymbol(Variable, cancellationToken) is not IFieldSymbol field)
        {
            return null;
        }

        var changes = new List<(DocumentId, TextChange)> { (Document.Id, new(Variable.Identifier.Span, $"{Kept}{Mark}{Name}*/")) };
        foreach (var document in await ReadersAsync(field, Document.Project.Solution, cancellationToken))
        {
            var places = await NameMentions.FindAllAsync(document, [Name], cancellationToken);
            if (places.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model)
            {
                continue;
            }

            var isSaidOtherwise = (await NameMentions.FindAllAsync(document, [Kept], cancellationToken)).Count > 0;
            foreach (var name in places.Select(place => place.Parent).OfType<IdentifierNameSyntax>())
            {
                if (model.GetSymbolInfo(name, cancellationToken).Symbol is not IFieldSymbol said || SymbolIds.Of(said.OriginalDefinition) != SymbolIds.Of(field))
                {
                    continue;
                }

                if (document is SourceGeneratedDocument || Write(name, field, isSaidOtherwise, model, cancellationToken) is not { } text)
                {
                    return null;
                }

                changes.Add((document.Id, new(name.Span, text)));
            }
        }

        return changes;
    }

    /// <summary>Whether a declaration is that of a renamed field, in a file as the analysis sees it.</summary>
    public static bool IsKept(DeclaredMember field) => CurrentName(field) != VariableOf(field).Identifier.Text;

    /// <summary>
    /// Whether as many places say it by the name that it has in the program as have been written: what the user wrote by that name is an error, or
    /// something else.
    /// </summary>
    public async Task<bool> IsSaidInAsync(Solution laid, int places, CancellationToken cancellationToken)
    {
        if ((await Document.GetSemanticModelAsync(cancellationToken))?.GetDeclaredSymbol(Variable, cancellationToken) is not IFieldSymbol field)
        {
            return false;
        }

        var type = SymbolIds.OfType(field.ContainingType);
        var said = 0;
        foreach (var document in await ReadersAsync(field, laid, cancellationToken))
        {
            var names = (await NameMentions.FindAllAsync(document, [Kept], cancellationToken)).Select(place => place.Parent).OfType<IdentifierNameSyntax>().ToList();
            if (names.Count > 0 && await document.GetSemanticModelAsync(cancellationToken) is { } model)
            {
                said += names.Count(name => model.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol each
                    && each.Name == Kept && SymbolIds.OfType(each.ContainingType.OriginalDefinition) == type);
            }
        }

        return said == places;
    }

    async Task<IReadOnlyList<Document>> ReadersAsync(IFieldSymbol field, Solution solution, CancellationToken cancellationToken)
    {
        if (field.DeclaredAccessibility == Accessibility.Private)
        {
            var own = field.ContainingType.DeclaringSyntaxReferences.Select(part => Document.Project.Solution.GetDocument(part.SyntaxTree)).OfType<Document>().DistinctBy(document => document.Id);
            return solution == Document.Project.Solution ? [.. own] : [.. own.Select(document => solution.GetDocument(document.Id)).OfType<Document>()];
        }

        return await ReaderDocuments.OfAsync(solution, [Document.Project.Id], cancellationToken);
    }

    /// <summary>What is written for a name in its place; null where the name itself is meant.</summary>
    string? Write(IdentifierNameSyntax name, IFieldSymbol field, bool isSaidOtherwise, SemanticModel model, CancellationToken cancellationToken) => name.Parent switch
    {
        _ when ConstantPlace.IsNameOnly(name) || name.Ancestors().Any(around => around is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax
            && ArgumentTexts.AreTaken(around, name, model, cancellationToken)) => null,
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } or ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax } => null,
        MemberAccessExpressionSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } or ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax } } => null,
        MemberAccessExpressionSyntax access when access.Name == name => Kept,
        MemberBindingExpressionSyntax or NameColonSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression } } => Kept,
        _ when !isSaidOtherwise => Kept,
        _ => field.IsStatic ? $"{field.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{Kept}" : $"this.{Kept}",
    };

    static bool CanBeHeld(DeclaredMember member) => member.Node is FieldDeclarationSyntax { Parent: ClassDeclarationSyntax } field
        && !field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.FixedKeyword or SyntaxKind.RequiredKeyword);

    /// <summary>What the user calls a field, of a file as the analysis sees it.</summary>
    public static string CurrentName(DeclaredMember field) => VariableOf(field).Identifier is var identifier
        && identifier.TrailingTrivia.Select(trivia => trivia.ToString()).FirstOrDefault(trivia => trivia.StartsWith(Mark, StringComparison.Ordinal)) is { } mark
        ? mark[Mark.Length..^2]
        : identifier.Text;

    static VariableDeclaratorSyntax VariableOf(DeclaredMember member) =>
        ((FieldDeclarationSyntax)member.Node).Declaration.Variables.First(each => member.Name.EndsWith("." + each.Identifier.Text, StringComparison.Ordinal));

    /// <summary>Which names stand in the places of others, where two versions of a file differ in nothing else.</summary>
    static Dictionary<string, string> Renames(SyntaxNode? before, SyntaxNode? after)
    {
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        var (old, now) = (before?.DescendantTokens().ToList() ?? [], after?.DescendantTokens().ToList() ?? []);
        if (old.Count != now.Count)
        {
            return [];
        }

        for (var place = 0; place < old.Count; place++)
        {
            var (former, wanted) = (old[place], now[place]);
            if (former.Text != wanted.Text && !(former.IsKind(SyntaxKind.IdentifierToken) && wanted.IsKind(SyntaxKind.IdentifierToken)
                && (renames.TryAdd(former.Text, wanted.Text) || renames[former.Text] == wanted.Text)))
            {
                return [];
            }
        }

        return renames.Values.Distinct(StringComparer.Ordinal).Count() == renames.Count ? renames : [];
    }
}
