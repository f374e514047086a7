using System.Collections.Immutable;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Verification;

/// <summary>Looks for names in code that was not edited.</summary>
internal static class NameMentions
{
    const int Chunk = 1 << 16;

    /// <summary>Whether some code says one of some names.</summary>
    /// <param name="readers">Where to look, in written and in generated files.</param>
    /// <param name="names">The names.</param>
    /// <param name="edits">What was edited: it is compiled anew, and may say them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<bool> AreInAsync(ReaderProjects readers, ImmutableHashSet<string> names, TextEdits edits, CancellationToken cancellationToken)
    {
        var anew = edits.DeclaredAnew.ToHashSet();
        var edited = edits.Came
            .Where(member => member.Node is not TypeDeclarationSyntax || anew.Contains(member))
            .ToLookup(member => member.Node.SyntaxTree.FilePath, member => member.Node.Span);
        foreach (var project in readers.Projects)
        {
            var generated = await project.GetSourceGeneratedDocumentsAsync(cancellationToken);
            foreach (var document in project.Documents.Concat(generated))
            {
                if (MayBeIn(await document.GetTextAsync(cancellationToken), names)
                    && IsIn(await document.GetSyntaxRootAsync(cancellationToken), names, [.. edited[document.FilePath ?? ""]]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where a file says one of some names.</summary>
    /// <param name="document">The file.</param>
    /// <param name="names">The names.</param>
    /// <param name="orConstructs">Whether it counts as well where a constructor is called without a name.</param>
    /// <param name="edited">What was edited.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<SyntaxToken>> FindAsync(
        Document document, ImmutableHashSet<string> names, bool orConstructs, HashSet<SyntaxNode> edited, CancellationToken cancellationToken)
    {
        if ((!orConstructs && !MayBeIn(await document.GetTextAsync(cancellationToken), names)) || await document.GetSyntaxRootAsync(cancellationToken) is not { } root)
        {
            return [];
        }

        return [.. root.DescendantTokens(node => !edited.Contains(node)).Where(token => Says(token, names)
            || (orConstructs && token is { RawKind: (int)SyntaxKind.NewKeyword or (int)SyntaxKind.BaseKeyword or (int)SyntaxKind.ThisKeyword }
                && token.Parent is ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax))];
    }

    /// <summary>Wherever a file says one of some names. Looks at those places of its text only.</summary>
    public static async Task<IReadOnlyList<SyntaxToken>> FindAllAsync(Document document, ImmutableHashSet<string> names, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken);
        if (!MayBeIn(text, names) || await document.GetSyntaxRootAsync(cancellationToken) is not { } root)
        {
            return [];
        }

        var content = text.ToString();
        var tokens = content.Contains("\\u", StringComparison.OrdinalIgnoreCase)
            ? root.DescendantTokens()
            : names.SelectMany(name => PlacesOf(name, content)).Select(place => root.FindToken(place)).Distinct();
        return [.. tokens.Where(token => Says(token, names))];
    }

    /// <summary>Whether a file may say one of some names, in code or elsewhere.</summary>
    public static async Task<bool> MayBeInAsync(Document document, ImmutableHashSet<string> names, CancellationToken cancellationToken) =>
        !names.IsEmpty && MayBeIn(await document.GetTextAsync(cancellationToken), names);

    static IEnumerable<int> PlacesOf(string name, string content)
    {
        for (var place = content.IndexOf(name, StringComparison.Ordinal); place >= 0; place = content.IndexOf(name, place + name.Length, StringComparison.Ordinal))
        {
            yield return place;
        }
    }

    static bool IsIn(SyntaxNode? root, ImmutableHashSet<string> names, ImmutableArray<TextSpan> edited) => root is null || root
        .DescendantTokens(node => !edited.Contains(node.Span))
        .Any(token => Says(token, names));

    static bool Says(SyntaxToken token, ImmutableHashSet<string> names) => token.IsKind(SyntaxKind.IdentifierToken) && names.Contains(token.ValueText);

    /// <summary>
    /// Asks the text, which takes a hundredth of the time that its tokens do. An identifier can be written with escapes, which only the tokens
    /// tell.
    /// </summary>
    static bool MayBeIn(SourceText text, ImmutableHashSet<string> names)
    {
        var overlap = Math.Max(2, names.Max(name => name.Length));
        var chunk = new char[Math.Min(text.Length, Chunk + overlap)];
        for (var start = 0; start < text.Length; start += Chunk)
        {
            var length = Math.Min(chunk.Length, text.Length - start);
            text.CopyTo(start, chunk, 0, length);
            var span = chunk.AsSpan(0, length);
            foreach (var name in names)
            {
                if (span.Contains(name, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            if (span.Contains("\\u", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
