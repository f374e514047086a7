using HotReload.Core.Reload;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Finds edits that the SDK's analysis lets pass and that a running program does not show: attributes of what has no declaration of its own
/// (a return value, the field behind a property, an event's accessors), those of an enum's members, of constants and of an indexer's parameters, the
/// modifier that makes a type known to its file only, a struct's parameterless constructor that goes, and <see cref="UnseenMembers"/>.
/// </summary>
internal static class UnseenEdits
{
    /// <summary>The code of what is found.</summary>
    public const string Code = "HR1006";

    /// <summary>Finds them.</summary>
    /// <param name="edits">What was edited.</param>
    /// <param name="project">The project with the edits.</param>
    /// <param name="before">The project before them.</param>
    /// <param name="after">The project with them.</param>
    public static IEnumerable<ReloadDiagnostic> Find(TextEdits edits, Project project, Compilation before, Compilation after)
    {
        var declared =
            from member in edits.Came
            let former = edits.FormerOf(member)
            where former is not null && Unseen(former.Node) != Unseen(member.Node)
            select ToDiagnostic(member, "an attribute that is given to something without a declaration of its own, or 'file'", project);
        var gone =
            from member in edits.Went
            where IsStructConstructor(member.Node) && edits.LatterOf(member) is null
            select ToDiagnostic(member, "a struct's constructor without parameters is gone, and the runtime would go on calling it", project);
        var reflected = UnseenMembers.Find(edits, before, after).Select(found => ToDiagnostic(found.Member, found.What, project));
        return declared.Concat(gone).Concat(reflected);
    }

    /// <summary>What the user is told.</summary>
    public static string Describe(DeclaredMember member, string what) => $"{member.Name} is declared otherwise in a way that only a start of the program takes: {what}.";

    static ReloadDiagnostic ToDiagnostic(DeclaredMember member, string what, Project project) => member.ToWarning(Code, Describe(member, what), project);

    static string Unseen(MemberDeclarationSyntax node) => string.Join(' ', node switch
    {
        EnumMemberDeclarationSyntax item => Texts(item.AttributeLists),
        BaseTypeDeclarationSyntax type => type.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.FileKeyword)).Select(modifier => modifier.Text)
            .Concat((type as TypeDeclarationSyntax)?.ParameterList?.Parameters.SelectMany(parameter => Texts(parameter.AttributeLists.Where(IsOfField))) ?? []),
        FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword) => Texts(field.AttributeLists),
        BasePropertyDeclarationSyntax property => Texts(Targeted(property.AttributeLists))
            .Concat(property.AccessorList?.Accessors.SelectMany(accessor => Texts(Targeted(accessor.AttributeLists))) ?? [])
            .Concat((property as IndexerDeclarationSyntax)?.ParameterList.Parameters.SelectMany(parameter => Texts(parameter.AttributeLists)) ?? []),
        _ => Texts(Targeted(node.AttributeLists)),
    });

    /// <summary>Those that name what they are given to, and so not the declaration itself.</summary>
    static IEnumerable<AttributeListSyntax> Targeted(SyntaxList<AttributeListSyntax> lists) => lists.Where(list => list.Target is not null);

    static bool IsOfField(AttributeListSyntax list) => list.Target?.Identifier.IsKind(SyntaxKind.FieldKeyword) == true;

    static IEnumerable<string> Texts(IEnumerable<AttributeListSyntax> lists) => lists.Select(list => list.ToString());

    static bool IsStructConstructor(MemberDeclarationSyntax node) =>
        node is ConstructorDeclarationSyntax { ParameterList.Parameters.Count: 0, Parent: TypeDeclarationSyntax { RawKind: (int)SyntaxKind.StructDeclaration or (int)SyntaxKind.RecordStructDeclaration } }
        && !node.Modifiers.Any(SyntaxKind.StaticKeyword);
}
