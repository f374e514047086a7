using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification.StartOnly;

/// <summary>The rules that need no more than a declaration's two versions.</summary>
internal static class DeclarationRules
{
    static readonly Func<EditedDeclaration, string?>[] s_rules =
        [ThreadStatic, CancellationOfEnumerator, ResultsOfFunctions, Required, Accessors, Extern, InterfaceLambda, Indexer, RecordParameters, BackingField];

    /// <summary>Of a property that gets an accessor or loses one.</summary>
    public const string AccessorsStay = "a property's accessors are what they were to reflection, and so to serializers and bindings";

    /// <summary>Why an edit takes a start of the program; null where no rule is against a delta.</summary>
    public static string? Find(EditedDeclaration edit) => s_rules.Select(rule => rule(edit)).FirstOrDefault(reason => reason is not null);

    static string? ThreadStatic(EditedDeclaration edit) =>
        edit.DiffersInAttribute("ThreadStatic") ? "a field of each thread is laid out when its type is loaded; the runtime would end at its first use" : null;

    static string? CancellationOfEnumerator(EditedDeclaration edit) =>
        edit.Now is not null && edit.DiffersInAttribute("EnumeratorCancellation") ? "the iterator would go on without the caller's token" : null;

    /// <summary>See <see cref="TypeRules"/> for those of methods. What has come as a whole has its own place for it.</summary>
    static string? ResultsOfFunctions(EditedDeclaration edit) =>
        edit is { Before: { } before, Now: { } now } && ReturnAttributes(before) is var former && ReturnAttributes(now) is var wanted
            && former.Count == wanted.Count && !former.SequenceEqual(wanted)
            ? "an attribute of a lambda's or local function's result has no place in the program where that has no parameters"
            : null;

    static List<string> ReturnAttributes(MemberDeclarationSyntax member) => [.. member.DescendantNodes().Select(node => node switch
    {
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } lambda => Results(lambda.AttributeLists),
        LocalFunctionStatementSyntax { ParameterList.Parameters.Count: 0 } function => Results(function.AttributeLists),
        _ => null,
    }).OfType<string>()];

    static string Results(SyntaxList<AttributeListSyntax> lists) =>
        string.Join(' ', lists.Where(list => list.Target?.Identifier.IsKind(SyntaxKind.ReturnKeyword) == true).Select(list => list.NormalizeWhitespace().ToString()));

    static string? Required(EditedDeclaration edit) =>
        edit.DiffersIn(SyntaxKind.RequiredKeyword) || edit.DiffersInAttribute("SetsRequiredMembers")
            ? "what is required is noted at the type, where a delta does not come: serializers and 'new' of other code would not know of it"
            : null;

    static string? Accessors(EditedDeclaration edit) =>
        edit is { Before: BasePropertyDeclarationSyntax before, Now: BasePropertyDeclarationSyntax now }
            && (!AccessorsOf(before).IsSupersetOf(SeenOf(now)) || !AccessorsOf(now).IsSupersetOf(SeenOf(before)))
            ? AccessorsStay
            : null;

    static HashSet<string> AccessorsOf(BasePropertyDeclarationSyntax property) =>
        property.AccessorList is { } list ? [.. list.Accessors.Select(accessor => accessor.Keyword.Text)] : ["get"];

    /// <summary>Without private ones, which serializers and bindings do not look for.</summary>
    static HashSet<string> SeenOf(BasePropertyDeclarationSyntax property) =>
        property.AccessorList is { } list
            ? [.. list.Accessors.Where(accessor => !accessor.Modifiers.Any(SyntaxKind.PrivateKeyword)).Select(accessor => accessor.Keyword.Text)]
            : ["get"];

    static string? Extern(EditedDeclaration edit) =>
        edit is { Before: { } before, Now: { } now } && !ExternAttributes(before).SequenceEqual(ExternAttributes(now))
            ? "what an external method is bound to is found once"
            : null;

    /// <summary>How external methods are bound: those of a class, and the local ones that a generator writes.</summary>
    static IEnumerable<string> ExternAttributes(MemberDeclarationSyntax member) => member.DescendantNodesAndSelf().SelectMany(node => node switch
    {
        MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.ExternKeyword) || method.AttributeLists.Any(list => list.Attributes.Any(IsImport)) => method.AttributeLists,
        LocalFunctionStatementSyntax local when local.Modifiers.Any(SyntaxKind.ExternKeyword) => local.AttributeLists,
        _ => [],
    }).Select(list => list.NormalizeWhitespace().ToString());

    static bool IsImport(AttributeSyntax attribute) => EditedDeclaration.IsNamed(attribute, "LibraryImport");

    static string? InterfaceLambda(EditedDeclaration edit) =>
        edit.Now is { Parent: InterfaceDeclarationSyntax } now && !now.Modifiers.Any(SyntaxKind.StaticKeyword)
            && now.DescendantNodes().Any(node => node is QueryExpressionSyntax || (node is AnonymousFunctionExpressionSyntax function && !function.Modifiers.Any(SyntaxKind.StaticKeyword)))
            ? "a lambda in an interface's own method may become a method of the interface, which the runtime takes at a start only"
            : null;

    static string? Indexer(EditedDeclaration edit) =>
        edit is { Before: IndexerDeclarationSyntax before, Now: IndexerDeclarationSyntax now } && !Names(before.ParameterList).SequenceEqual(Names(now.ParameterList))
            ? "an indexer's accessors would go on with the parameters in their former order"
            : null;

    static string? RecordParameters(EditedDeclaration edit) =>
        edit is { Before: RecordDeclarationSyntax { ParameterList: { } before }, Now: RecordDeclarationSyntax { ParameterList: { } now } }
            && !Names(before).SequenceEqual(Names(now)) && Names(before).Order().SequenceEqual(Names(now).Order())
            ? "what the compiler adds to a record would go on with the parameters in their former order"
            : null;

    static IEnumerable<string> Names(BaseParameterListSyntax list) => list.Parameters.Select(parameter => parameter.Identifier.ValueText);

    /// <summary>A value type has no room for another field; in a record, the compiler's own members would not know of it.</summary>
    static string? BackingField(EditedDeclaration edit) =>
        edit is { Before: { } before, Now: { Parent: StructDeclarationSyntax or RecordDeclarationSyntax } now }
            && !now.Modifiers.Any(SyntaxKind.StaticKeyword) && HasBackingField(now) && !HasBackingField(before)
            ? "it gets a field, which values that exist already have no room for, and which equality and copies would not know of"
            : null;

    /// <summary>Whether there is a field that the source does not name.</summary>
    public static bool HasBackingField(MemberDeclarationSyntax member) => member switch
    {
        EventFieldDeclarationSyntax => true,
        PropertyDeclarationSyntax property => property.Initializer is not null
            || property.AccessorList?.Accessors.Any(accessor => accessor is { Body: null, ExpressionBody: null }) == true
            || property.DescendantNodes().Any(node => node.IsKind(SyntaxKind.FieldExpression)),
        _ => false,
    };
}
