using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Conformance.Soak;

/// <summary>What a developer does to one file, at a place that chance picks. Each gives the new text, or null where there is no such place.</summary>
sealed partial class SyntaxEdits(Random random)
{
    int _number = 100;

    /// <summary>Makes one of them.</summary>
    public string? Make(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetCompilationUnitRoot();
        _number++;
        return random.Next(16) switch
        {
            0 or 1 or 2 => AddStatement(root),
            3 or 4 => AddMember(root),
            5 => ChangeNumber(root),
            6 => ChangeString(root),
            7 => ChangeOperator(root),
            8 => RemoveStatement(root),
            9 => SwapMembers(root),
            10 => Wrap(root),
            11 => ToBlock(root),
            12 => AddParameter(root),
            13 => AddOverload(root),
            14 => RemoveMember(root),
            _ => AddTrivia(root),
        };
    }

    /// <summary>A snippet with a number that no other has.</summary>
    public string Number(string snippet) => snippet.Replace("#", $"{_number}", StringComparison.Ordinal);

    string? AddStatement(CompilationUnitSyntax root)
    {
        var blocks = root.DescendantNodes().OfType<BlockSyntax>().Where(block => block.Statements.Count > 0);
        return Pick(blocks) is { } block ? Insert(root, Pick(block.Statements)!.SpanStart, $"{Number(Pick(Snippets.Statements)!)}\n") : null;
    }

    string? RemoveStatement(CompilationUnitSyntax root)
    {
        var notes = root.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(statement => statement.Parent is BlockSyntax);
        return Pick(notes) is { } note ? Replace(root, note.Span, "") : null;
    }

    string? AddMember(CompilationUnitSyntax root)
    {
        var (member, use) = Pick(Snippets.Members);
        return Pick(MethodsWithBlock(root)) is { } method
            ? Replace(
                root, (new(method.SpanStart, 0), Number(member) + "\n"), (new(Pick(method.Body!.Statements)!.SpanStart, 0), Number(use) + "\n"))
            : null;
    }

    string? AddOverload(CompilationUnitSyntax root)
    {
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => LongMethod().IsMatch(method.Identifier.Text));
        return Pick(methods) is { } method
            ? Insert(root, method.SpanStart, Snippets.Overload.Replace("#", method.Identifier.Text[1..], StringComparison.Ordinal) + "\n")
            : null;
    }

    string? RemoveMember(CompilationUnitSyntax root)
    {
        var members = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text.Any(char.IsDigit));
        return Pick(members) is { } member ? Replace(root, member.Span, "") : null;
    }

    string? ChangeNumber(CompilationUnitSyntax root)
    {
        var numbers = Tokens(root, SyntaxKind.NumericLiteralToken).Where(token => token.Value is int and < 1000);
        return Pick(numbers) is { Value: int value } token ? Replace(root, token.Span, $"{value + random.Next(1, 4)}") : null;
    }

    string? ChangeString(CompilationUnitSyntax root) =>
        Pick(Tokens(root, SyntaxKind.StringLiteralToken)) is { RawKind: not 0 } token && token.Text.EndsWith('"')
            ? Insert(root, token.Span.End - 1, "x")
            : null;

    string? ChangeOperator(CompilationUnitSyntax root)
    {
        var operators = root.DescendantTokens().Where(token => token.Parent is BinaryExpressionSyntax && token.Text is "+" or "-" or "<" or ">");
        return Pick(operators) is { RawKind: not 0 } token
            ? Replace(root, token.Span, token.Text switch { "+" => "-", "-" => "+", "<" => "<=", _ => ">=" })
            : null;
    }

    string? SwapMembers(CompilationUnitSyntax root)
    {
        var types = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Members.Count > 1);
        if (Pick(types) is not { } type)
        {
            return null;
        }

        var first = random.Next(type.Members.Count - 1);
        var (one, other) = (type.Members[first], type.Members[first + 1]);
        return Replace(root, (one.Span, other.ToString()), (other.Span, one.ToString()));
    }

    string? Wrap(CompilationUnitSyntax root)
    {
        var statements = root.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(statement => statement.Parent is BlockSyntax);
        if (Pick(statements) is not { } statement)
        {
            return null;
        }

        var around = Pick(["if (Log.Yes) { ^ }", "try { ^ } finally { Log.Note(#); }", "{ ^ }", "Action w# = () => { ^ }; w#();", "for (var w# = 0; w# < 2; w#++) { ^ }"])!;
        return Replace(root, statement.Span, Number(around).Replace("^", statement.ToString(), StringComparison.Ordinal));
    }

    string? ToBlock(CompilationUnitSyntax root)
    {
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.ExpressionBody is not null);
        if (Pick(methods) is not { ExpressionBody: { } arrow } method)
        {
            return null;
        }

        var returns = method.ReturnType.ToString() is "void" or "Task" ? "" : "return ";
        return Replace(root, TextSpan.FromBounds(arrow.SpanStart, method.Span.End), $"{{ {returns}{arrow.Expression}; }}");
    }

    string? AddParameter(CompilationUnitSyntax root)
    {
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method =>
            method.ParameterList.Parameters.Count > 0
            && !method.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
            && !method.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.AbstractKeyword));
        return Pick(methods) is { } method
            ? Insert(root, method.ParameterList.CloseParenToken.SpanStart, Number(", int extra# = 7"))
            : null;
    }

    string? AddTrivia(CompilationUnitSyntax root)
    {
        var members = root.DescendantNodes().OfType<MemberDeclarationSyntax>();
        return Pick(members) is { } member
            ? Insert(root, member.SpanStart, Number(Pick(["// A comment #.\n", "\n\n\n", "#if !NEVER#\n#endif\n", "/* # */ "])!))
            : null;
    }

    static IEnumerable<MethodDeclarationSyntax> MethodsWithBlock(CompilationUnitSyntax root) => root.DescendantNodes()
        .OfType<MethodDeclarationSyntax>().Where(method => method.Body is { Statements.Count: > 0 } && method.Parent is ClassDeclarationSyntax);

    /// <summary>Constants and defaults of parameters are another kind of edit: they are left alone.</summary>
    static IEnumerable<SyntaxToken> Tokens(CompilationUnitSyntax root, SyntaxKind kind) =>
        root.DescendantTokens().Where(token => token.IsKind(kind) && token.Parent!.FirstAncestorOrSelf<BlockSyntax>() is not null);

    static string Insert(CompilationUnitSyntax root, int place, string text) => Replace(root, new TextSpan(place, 0), text);

    static string Replace(CompilationUnitSyntax root, TextSpan span, string text) => Replace(root, (span, text));

    static string Replace(CompilationUnitSyntax root, params (TextSpan Span, string Text)[] changes) =>
        root.GetText().WithChanges(changes.Select(change => new TextChange(change.Span, change.Text))).ToString();

    T? Pick<T>(IEnumerable<T> from)
    {
        var all = from.ToList();
        return all.Count == 0 ? default : all[random.Next(all.Count)];
    }

    [GeneratedRegex(@"^O\d+$")]
    private static partial Regex LongMethod();
}
