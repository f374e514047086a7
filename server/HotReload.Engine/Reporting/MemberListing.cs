using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Reporting;

/// <summary>Lists the declarations of a file, types before their members.</summary>
internal static class MemberListing
{
    public static IEnumerable<DeclaredMember> List(SyntaxNode? root) =>
        root is CompilationUnitSyntax unit ? List(unit.Members, "") : [];

    static IEnumerable<DeclaredMember> List(SyntaxList<MemberDeclarationSyntax> members, string container) =>
        members.SelectMany(member => List(member, container));

    static IEnumerable<DeclaredMember> List(MemberDeclarationSyntax member, string container)
    {
        if (member is BaseNamespaceDeclarationSyntax space)
        {
            return List(space.Members, container);
        }

        var kind = MemberKinds.Of(member);
        var names = NamesOf(member).Select(name => new DeclaredMember(kind, container + name, member));
        return member switch
        {
            TypeDeclarationSyntax type => names.Concat(List(type.Members, $"{container}{NameOf(type)}.")),
            EnumDeclarationSyntax type => names.Concat(type.Members.SelectMany(item => List(item, $"{container}{type.Identifier.Text}."))),
            _ => names,
        };
    }

    static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax type => [NameOf(type)],
        EnumDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        EnumMemberDeclarationSyntax item => [item.Identifier.Text],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        EventDeclarationSyntax item => [item.Identifier.Text],
        IndexerDeclarationSyntax indexer => [$"this[{Types(indexer.ParameterList.Parameters)}]"],
        MethodDeclarationSyntax method =>
            [$"{method.Identifier.Text}{Arity(method.TypeParameterList)}({Types(method.ParameterList.Parameters)})"],
        ConstructorDeclarationSyntax constructor =>
            [$"{constructor.Identifier.Text}({Types(constructor.ParameterList.Parameters)})"],
        DestructorDeclarationSyntax finalizer => [$"~{finalizer.Identifier.Text}()"],
        OperatorDeclarationSyntax item => [$"operator {item.OperatorToken.Text}({Types(item.ParameterList.Parameters)})"],
        ConversionOperatorDeclarationSyntax item => [$"operator {item.Type}({Types(item.ParameterList.Parameters)})"],
        GlobalStatementSyntax => ["top-level statements"],
        _ => [member.ToString()],
    };

    static string NameOf(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.IsMissing || type.Identifier.Text.Length == 0 ? "extension" : type.Identifier.Text;
        return name + Arity(type.TypeParameterList);
    }

    static string Arity(TypeParameterListSyntax? parameters) =>
        parameters is null ? "" : $"<{string.Join(", ", parameters.Parameters.Select(parameter => parameter.Identifier.Text))}>";

    static string Types(SeparatedSyntaxList<ParameterSyntax> parameters) =>
        string.Join(", ", parameters.Select(parameter => parameter.Type?.ToString() ?? parameter.Identifier.Text));
}
