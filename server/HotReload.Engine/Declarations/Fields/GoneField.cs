using HotReload.Engine.Declarations.Constants;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Declarations.Fields;

/// <summary>A field or a constant that a type had and has no more.</summary>
/// <param name="Member">It, as it was declared.</param>
/// <param name="Type">The type, as it is now.</param>
internal sealed record GoneField(DeclaredMember Member, TypeDeclarationSyntax Type)
{
    static readonly SymbolDisplayFormat s_typeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>How code says it.</summary>
    public string Name => Variable.Identifier.ValueText;

    FieldDeclarationSyntax Declaration => (FieldDeclarationSyntax)Member.Node;

    VariableDeclaratorSyntax Variable => Declaration.Declaration.Variables.First(each => Member.Name.EndsWith("." + each.Identifier.Text, StringComparison.Ordinal));

    /// <summary>Whether no code but its type's can say it.</summary>
    public bool IsPrivate => !Declaration.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);

    bool IsConstant => Declaration.Modifiers.Any(SyntaxKind.ConstKeyword);

    /// <summary>Finds those of a file that can be left declared. A field beside which another of its type has come may be what that was called.</summary>
    public static async Task<IReadOnlyList<GoneField>> FindAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = MemberListing.Of(await before.GetSyntaxRootAsync(cancellationToken));
        var now = MemberListing.Of(await after.GetSyntaxRootAsync(cancellationToken));
        var left = now.All.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        var fields = old.All.Where(member => member.Node is FieldDeclarationSyntax && !left.Contains(member.Name)).ToList();
        if (fields.Count == 0)
        {
            return [];
        }

        var come = now.All.Where(member => member.Node is FieldDeclarationSyntax && !old.ByName[MemberListing.KeyOf(member)].Any()).ToList();
        return
        [
            .. from field in fields
               let types = now.All.Where(type => type.Node is TypeDeclarationSyntax && field.Name.StartsWith(type.Name + ".", StringComparison.Ordinal)
                   && field.Name.IndexOf('.', type.Name.Length + 1) < 0).ToList()
               where types.Count > 0
               let gone = new GoneField(field, (TypeDeclarationSyntax)types[0].Node)
               where gone.CanBeHeld && (gone.IsConstant || !come.Exists(gone.MayBe))
               select gone,
        ];
    }

    /// <summary>Its declaration on one line, by names that need no <c>using</c>; empty where there is none.</summary>
    public async Task<string> WriteAsync(Document before, CancellationToken cancellationToken)
    {
        if ((await before.GetSemanticModelAsync(cancellationToken))?.GetDeclaredSymbol(Variable, cancellationToken) is not IFieldSymbol field)
        {
            return "";
        }

        var attributes = string.Concat(Declaration.AttributeLists.Select(list => list.NormalizeWhitespace("", " ").ToString() + " "));
        var modifiers = string.Concat(Declaration.Modifiers.Select(modifier => modifier.Text + " "));
        var value = IsConstant ? $" = {ConstantText.Of(field, isPattern: false)}" : "";
        return $" {attributes}{modifiers}{field.Type.ToDisplayString(s_typeFormat)} {Variable.Identifier.Text}{value};{HeldText.Mark}";
    }

    /// <summary>Objects of other kinds of type are compared, copied and printed by their fields.</summary>
    bool CanBeHeld => !Type.OpenBraceToken.IsKind(SyntaxKind.None) && !Type.OpenBraceToken.IsMissing
        && Member.Node.Parent is TypeDeclarationSyntax former && former.Kind() == Type.Kind()
        && (IsConstant || (Type is ClassDeclarationSyntax && !Declaration.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.FixedKeyword or SyntaxKind.RequiredKeyword)
            && !Type.AttributeLists.Any(list => list.ToString().Contains("StructLayout", StringComparison.Ordinal))));

    bool MayBe(DeclaredMember other) => other.Node.Parent is TypeDeclarationSyntax type && type == Type
        && other.Node is FieldDeclarationSyntax field && SyntaxFactory.AreEquivalent(field.Declaration.Type, Declaration.Declaration.Type);
}
