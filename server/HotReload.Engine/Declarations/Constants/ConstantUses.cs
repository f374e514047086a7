using System.Collections.Immutable;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Constants;

/// <summary>
/// Where code says constants, so that their values can be written there. Constants that are made of them have other values as well, and count
/// as they do.
/// </summary>
/// <param name="solution">With the new values.</param>
internal sealed class ConstantUses(Solution solution)
{
    /// <summary>The constants, by where and what they are.</summary>
    readonly Dictionary<(string Assembly, string Id), IFieldSymbol> _constants = [];

    readonly HashSet<(DocumentId Document, TextChange Change)> _changes = [];

    /// <summary>Writes the values of some constants wherever code says them. Those that are what they were need nothing.</summary>
    /// <returns>
    /// Where what is written; null where one is said that can't be written otherwise: for an attribute, a default argument, by a generator, in
    /// another language.
    /// </returns>
    public async Task<IReadOnlyCollection<(DocumentId Document, TextChange Change)>?> WriteAsync(
        IReadOnlyList<EditedConstant> edited, CancellationToken cancellationToken)
    {
        foreach (var constant in edited)
        {
            if (!await constant.IsSameAsync(cancellationToken) && !Add(await constant.FindAsync(cancellationToken)))
            {
                return null;
            }
        }

        var own = edited.ToLookup(constant => constant.Document.Id, constant => constant.Value.Span);
        var readers = _constants.Count == 0 ? [] : await ReaderDocuments.OfAsync(solution, edited.Select(constant => constant.Document.Project.Id), cancellationToken);
        for (var known = 0; known < _constants.Count;)
        {
            known = _constants.Count;
            _changes.Clear();
            foreach (var document in readers)
            {
                if (document.Project.Language != LanguageNames.CSharp || !await WriteAsync(document, [.. own[document.Id]], cancellationToken))
                {
                    return null;
                }
            }
        }

        return _changes;
    }

    bool Add(IFieldSymbol? constant)
    {
        if (constant is not { HasConstantValue: true } || ConstantText.Of(constant, isPattern: false) is null)
        {
            return false;
        }

        _constants.TryAdd(KeyOf(constant), constant);
        return true;
    }

    static (string Assembly, string Id) KeyOf(IFieldSymbol constant) => (constant.ContainingAssembly.Name, SymbolIds.Of(constant.OriginalDefinition));

    /// <param name="document">A file.</param>
    /// <param name="held">What stays there as it was.</param>
    /// <param name="cancellationToken">Ends it.</param>
    async Task<bool> WriteAsync(Document document, ImmutableArray<TextSpan> held, CancellationToken cancellationToken)
    {
        var names = _constants.Values.Select(constant => constant.Name).ToImmutableHashSet(StringComparer.Ordinal);
        var places = await NameMentions.FindAllAsync(document, names, cancellationToken);
        if (places.Count == 0 || await document.GetSemanticModelAsync(cancellationToken) is not { } model)
        {
            return true;
        }

        foreach (var name in places.Select(place => place.Parent).OfType<IdentifierNameSyntax>().Where(name => !held.Any(span => span.Contains(name.Span))))
        {
            if (model.GetSymbolInfo(name, cancellationToken).Symbol is not IFieldSymbol { IsConst: true } constant
                || !_constants.TryGetValue(KeyOf(constant), out var known) || ConstantPlace.IsNameOnly(name))
            {
                continue;
            }

            switch (ConstantPlace.Of(name, model, cancellationToken))
            {
                case { Declared: { } other }:
                    if (!Add(model.GetDeclaredSymbol(other, cancellationToken) as IFieldSymbol))
                    {
                        return false;
                    }

                    break;
                case { Expression: { } expression, IsPattern: var isPattern } when ConstantText.Of(known, isPattern) is { } text
                    && await SourcePlace.FindAsync(document, expression, cancellationToken) is { } source && source.Takes(text)
                    && source.Write(text) is { } written:
                    _changes.Add((source.Document.Id, written));
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
