using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Reporting;

/// <summary>
/// The declarations of a file, types before their members. Made once for each version of a file: several checks of an edit ask for it, and in a
/// file of 6,000 lines it takes 1.5 ms.
/// </summary>
internal sealed class MemberListing
{
    static readonly ConditionalWeakTable<CompilationUnitSyntax, MemberListing> s_known = [];
    static readonly MemberListing s_empty = new([]);

    MemberListing(ImmutableArray<DeclaredMember> all)
    {
        All = all;
        ByName = all.ToLookup(KeyOf);
    }

    public ImmutableArray<DeclaredMember> All { get; }

    /// <summary>Several may go by one name: parts of a type in one file, top-level statements.</summary>
    public ILookup<(string Kind, string Name), DeclaredMember> ByName { get; }

    /// <summary>Of the root of a file; empty where there is no file.</summary>
    public static MemberListing Of(SyntaxNode? root) =>
        root is CompilationUnitSyntax unit ? s_known.GetValue(unit, static unit => new([.. List(unit.Members, "")])) : s_empty;

    /// <summary>What a member is found by in the other version of its file.</summary>
    public static (string Kind, string Name) KeyOf(DeclaredMember member) => (member.Kind, member.Name);

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
