using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Reporting;

/// <summary>The names of the kinds of member that a report uses.</summary>
internal static class MemberKinds
{
    public const string View = "view";
    public const string Statements = "statements";

    public static bool IsType(string kind) =>
        kind is "class" or "struct" or "record" or "interface" or "enum" or "delegate" or "extension" or View or Statements;

    /// <summary>Whether a file is a view, which is a member as a whole.</summary>
    public static bool IsView(string path) => Path.GetExtension(path) is ".razor" or ".cshtml";

    public static string Of(MemberDeclarationSyntax member) => member switch
    {
        RecordDeclarationSyntax => "record",
        ClassDeclarationSyntax => "class",
        StructDeclarationSyntax => "struct",
        InterfaceDeclarationSyntax => "interface",
        EnumDeclarationSyntax => "enum",
        DelegateDeclarationSyntax => "delegate",
        TypeDeclarationSyntax => "extension",
        ConstructorDeclarationSyntax => "constructor",
        DestructorDeclarationSyntax => "finalizer",
        MethodDeclarationSyntax => "method",
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => "operator",
        IndexerDeclarationSyntax => "indexer",
        PropertyDeclarationSyntax => "property",
        EventDeclarationSyntax or EventFieldDeclarationSyntax => "event",
        FieldDeclarationSyntax => "field",
        EnumMemberDeclarationSyntax => "enumMember",
        GlobalStatementSyntax => Statements,
        _ => member.Kind().ToString(),
    };
}
