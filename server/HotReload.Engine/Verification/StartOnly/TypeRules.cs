using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>The rules that need to know the type around a declaration.</summary>
internal static class TypeRules
{
    static readonly SymbolDisplayFormat s_withNotes = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    static readonly Func<EditedDeclaration, string?>[] s_rules = [ImplicitConstructor, NotesAtResult, GoneFromGeneric, AttributeClass, ShallowCopy, Layout, RecordProperty, Bases];

    /// <summary>Why an edit takes a start of the program; null where no rule is against a delta.</summary>
    public static string? Find(EditedDeclaration edit) => s_rules.Select(rule => rule(edit)).FirstOrDefault(reason => reason is not null);

    /// <summary>The SDK's compiler never comes to an end over the name of such a type, and takes the process with it.</summary>
    public static string? Reloadable(EditedDeclaration edit) =>
        IsGeneric(edit.TypeNow) && DeclaredTypes.IsReplaced(edit.TypeNow)
            ? "the compiler can't replace a generic type"
            : null;

    static string? ImplicitConstructor(EditedDeclaration edit) =>
        edit.Member.Node is ConstructorDeclarationSyntax or TypeDeclarationSyntax && HasImplicit(edit.TypeNow) && !HasImplicit(edit.TypeBefore)
            ? "the compiler's own constructor takes the place of the one that is gone, and a delta does not bring it"
            : null;

    static bool HasImplicit(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && type.InstanceConstructors.Any(constructor => constructor is { IsImplicitlyDeclared: true, Parameters.IsEmpty: true });

    /// <summary>
    /// '?', a tuple's names and <c>dynamic</c> are attributes, and where there are no parameters there is no row that a result's could go to.
    /// The same type otherwise: one that differs makes another member.
    /// </summary>
    static string? NotesAtResult(EditedDeclaration edit) =>
        edit is { Before: not null, Now: { } now } && ResultOf(now, edit.TypeBefore) is { } former && ResultOf(now, edit.TypeNow) is { } wanted
            && DocumentationCommentId.CreateReferenceId(former) == DocumentationCommentId.CreateReferenceId(wanted)
            && FormatOf(now) is var format && former.ToDisplayString(format) != wanted.ToDisplayString(format)
            ? "what its result may be and is called is noted at the result, which has no place in the program for that"
            : null;

    /// <summary>Whether a property may be null is noted at the property itself.</summary>
    static SymbolDisplayFormat FormatOf(MemberDeclarationSyntax member) => member is PropertyDeclarationSyntax ? SymbolDisplayFormat.FullyQualifiedFormat : s_withNotes;

    static ITypeSymbol? ResultOf(MemberDeclarationSyntax member, INamedTypeSymbol type) => member switch
    {
        MethodDeclarationSyntax { ParameterList.Parameters.Count: 0 } method => type.GetMembers(method.Identifier.ValueText).OfType<IMethodSymbol>()
            .FirstOrDefault(symbol => symbol.Parameters.IsEmpty && symbol.Arity == (method.TypeParameterList?.Parameters.Count ?? 0))?.ReturnType,
        PropertyDeclarationSyntax property => type.GetMembers(property.Identifier.ValueText).OfType<IPropertySymbol>().FirstOrDefault(symbol => symbol.GetMethod is not null)?.Type,
        _ => null,
    };

    static string? GoneFromGeneric(EditedDeclaration edit) =>
        edit is { Now: null, Before: BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or EventFieldDeclarationSyntax } && !IsPrivate(edit.Before)
            && IsGeneric(edit.TypeNow)
            ? "reflection goes on showing members that are gone from a generic type"
            : null;

    static bool IsPrivate(MemberDeclarationSyntax member) =>
        !member.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword)
        && member.Parent is not InterfaceDeclarationSyntax;

    /// <summary>Attributes are written down where they are used, with the constructor and the properties that were there then.</summary>
    static string? AttributeClass(EditedDeclaration edit) =>
        DeclaredTypes.WithBases(edit.TypeNow).Skip(1).Any(type => type.Name == nameof(Attribute) && type.ContainingNamespace?.Name == nameof(System)) && (IsConstructedOtherwise(edit)
            || (edit.Now is null && edit.Before is PropertyDeclarationSyntax or FieldDeclarationSyntax)
            || TypeOf(edit.Before) is { } type && type != TypeOf(edit.Now))
            ? "where the attribute is used, its former constructor and members are written down"
            : null;

    static bool IsConstructedOtherwise(EditedDeclaration edit) => edit.Member.Node switch
    {
        ConstructorDeclarationSyntax => edit.Before is null || edit.Now is null || !SyntaxFactory.AreEquivalent(edit.Before, edit.Now, topLevel: true),
        TypeDeclarationSyntax => (edit.Before as TypeDeclarationSyntax)?.ParameterList?.ToString() != (edit.Now as TypeDeclarationSyntax)?.ParameterList?.ToString(),
        _ => false,
    };

    static string? TypeOf(MemberDeclarationSyntax? member) => member switch
    {
        PropertyDeclarationSyntax property => $"property {property.Type}",
        FieldDeclarationSyntax field => $"field {field.Declaration.Type}",
        _ => null,
    };

    /// <summary>What a class gets in a delta lies beside its objects, where the runtime's own copy does not look.</summary>
    static string? ShallowCopy(EditedDeclaration edit) =>
        edit is { Before: null, Now: FieldDeclarationSyntax or EventFieldDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: null } }
            && !edit.Now.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword)
            && DeclaredTypes.WithBases(edit.TypeNow).Any(Copies)
            ? "its objects are copied by MemberwiseClone, which leaves out a field that came in a delta"
            : null;

    static bool Copies(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == nameof(MemberwiseClone)));

    /// <summary>Of fields the SDK's analysis knows it.</summary>
    static string? Layout(EditedDeclaration edit) =>
        edit.Now is PropertyDeclarationSyntax or EventFieldDeclarationSyntax && DeclarationRules.HasBackingField(edit.Now)
            && (edit.Before is null || !DeclarationRules.HasBackingField(edit.Before)) && !edit.Now.Modifiers.Any(SyntaxKind.StaticKeyword)
            && edit.TypeNow.TypeKind == TypeKind.Class && edit.TypeNow.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute")
            ? "a class that says how its fields lie gets no other ones"
            : null;

    /// <summary>The SDK's analysis does not look at it where a type changes its place in the file as well.</summary>
    static string? Bases(EditedDeclaration edit) =>
        edit is { Before: not null, Now: BaseTypeDeclarationSyntax } && !DeclaredTypes.IsReplaced(edit.TypeNow) && !BasesOf(edit.TypeBefore).SetEquals(BasesOf(edit.TypeNow))
            ? "a type keeps the base and the interfaces that it was loaded with"
            : null;

    static HashSet<string> BasesOf(INamedTypeSymbol type) =>
        [.. type.Interfaces.Append(type.BaseType).OfType<INamedTypeSymbol>().Select(DocumentationCommentId.CreateReferenceId)];

    /// <summary>What a record makes of a parameter can be set while an object is made; a property that is written for it stands for its accessors.</summary>
    static string? RecordProperty(EditedDeclaration edit) =>
        edit.Member.Node is PropertyDeclarationSyntax { Identifier.ValueText: var name } && (edit.Before is null || edit.Now is null)
            && PropertyOf(edit.TypeBefore, name) is { } former && PropertyOf(edit.TypeNow, name) is { } wanted
            && (former.GetMethod is null != wanted.GetMethod is null || former.SetMethod is null != wanted.SetMethod is null)
            ? DeclarationRules.AccessorsStay
            : null;

    static IPropertySymbol? PropertyOf(INamedTypeSymbol type, string name) => type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();

    static bool IsGeneric(INamedTypeSymbol type) => DeclaredTypes.Outwards(type).Any(each => each.Arity > 0);
}
