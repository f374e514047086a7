using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.UnitTests.Engine.Verification;

/// <summary>
/// A file, as the analysis sees it when members of it were found to be stale. Nothing here is asynchronous: a state machine with a type of
/// Roslyn in it can't be loaded before Roslyn is.
/// </summary>
internal static class MarkedText
{
    /// <summary>The text with its marks; null where a member can't be marked.</summary>
    /// <param name="text">As the user has it.</param>
    /// <param name="isSeen">Whether who finds a member sees the marks of those before.</param>
    /// <param name="stale">The names of methods, one finding each.</param>
    public static string? After(string text, bool isSeen, params string[] stale)
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Shop", LanguageNames.CSharp).AddDocument("First.cs", text, filePath: "/shop/First.cs");
        var (plain, marks) = (document.Project.Solution, Recompilation.None);
        foreach (var name in stale)
        {
            var seen = isSeen ? Wait(marks.LayAsync(plain, CancellationToken.None)) : plain;
            if (marks.With(Find(seen.GetDocument(document.Id)!, name)) is not { } more)
            {
                return null;
            }

            marks = more;
        }

        var laid = Wait(marks.LayAsync(plain, CancellationToken.None));
        return Wait(laid.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    static StaleMember[] Find(Document document, string name)
    {
        var model = Wait(document.GetSemanticModelAsync())!;
        return
        [
            .. model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(method => method.Identifier.Text == name)
                .Select(method => new StaleMember(model.GetDeclaredSymbol(method)!, document.Project, IsBody: true)),
        ];
    }

    static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
