using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Reporting;

/// <summary>
/// Finds the static fields that generators have added to types the program has already. The runtime does not run their initializers,
/// and nobody who edited something else would think of them: a serializer writes a new property without its name.
/// </summary>
internal static class GeneratedState
{
    /// <summary>What is to be said of them beside a change that is ready; nothing beside any other.</summary>
    public static async Task<ImmutableArray<ReloadDiagnostic>> FindAsync(
        CompileVerdict verdict, Solution before, Solution after, SolutionChange changes, CancellationToken cancellationToken)
    {
        if (verdict != CompileVerdict.Ready)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<ReloadDiagnostic>();
        foreach (var id in changes.Projects.Where(id => before.ContainsProject(id)))
        {
            var old = (await before.GetProject(id)!.GetSourceGeneratedDocumentsAsync(cancellationToken)).ToDictionary(document => document.Id);
            foreach (var document in await after.GetProject(id)!.GetSourceGeneratedDocumentsAsync(cancellationToken))
            {
                var known = old.GetValueOrDefault(document.Id);
                if (known is null || !(await known.GetTextAsync(cancellationToken)).ContentEquals(await document.GetTextAsync(cancellationToken)))
                {
                    found.AddRange((await AddedAsync(known, document, old.Values, cancellationToken)).Select(name => ToDiagnostic(name, document.Project.Name)));
                }
            }
        }

        return found.ToImmutable();
    }

    static async Task<IEnumerable<string>> AddedAsync(
        SourceGeneratedDocument? known, SourceGeneratedDocument document, IEnumerable<SourceGeneratedDocument> old, CancellationToken cancellationToken)
    {
        var added = await FieldsAsync(document, cancellationToken);
        if (known is not null)
        {
            added.ExceptWith(await FieldsAsync(known, cancellationToken));
        }

        if (added.Count == 0)
        {
            return [];
        }

        // A type that is new, too, is initialized when it is first used.
        var types = new HashSet<string>();
        foreach (var other in old)
        {
            types.UnionWith((await RootAsync(other, cancellationToken)).DescendantNodes().OfType<TypeDeclarationSyntax>().Select(NameOf));
        }

        return added.Where(field => types.Contains(field.Type)).Select(field => $"{field.Type}.{field.Name}");
    }

    static async Task<HashSet<(string Type, string Name)>> FieldsAsync(Document document, CancellationToken cancellationToken) =>
    [
        .. from field in (await RootAsync(document, cancellationToken)).DescendantNodes().OfType<FieldDeclarationSyntax>()
           where field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Parent is TypeDeclarationSyntax
           from variable in field.Declaration.Variables
           where variable.Initializer is not null
           select (NameOf((TypeDeclarationSyntax)field.Parent!), variable.Identifier.Text),
    ];

    static async Task<SyntaxNode> RootAsync(Document document, CancellationToken cancellationToken) =>
        (await document.GetSyntaxRootAsync(cancellationToken))!;

    static string NameOf(TypeDeclarationSyntax type) => string.Join(
        '.', type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(outer => outer.Identifier.Text));

    static ReloadDiagnostic ToDiagnostic(string name, string project) => new(
        NoEffect.GeneratedCode, DiagnosticSeverity.Warning,
        $"A generator has added {name}, and a running program does not set what it begins with; what uses it may be wrong until a restart.",
        null, default, project);
}
