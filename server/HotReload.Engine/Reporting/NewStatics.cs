using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Engine.Overlay;
using HotReload.Engine.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Reporting;

/// <summary>
/// Finds the static members with an initializer that types get which the program has already, as far as the agent does not set them. The runtime does not run it where the type is
/// in use, and the compiler does not warn of it. Generators add such, too: a serializer writes a new property without its name.
/// </summary>
internal static class NewStatics
{
    /// <summary>What is to be said of them beside a change that is ready.</summary>
    public static async Task<ImmutableArray<ReloadDiagnostic>> FindAsync(
        Solution before, Solution after, SolutionChange changes, StatePlan plan, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ReloadDiagnostic>();
        foreach (var id in changes.Projects.Where(id => before.ContainsProject(id) && after.ContainsProject(id)))
        {
            var (old, now) = (before.GetProject(id)!, after.GetProject(id)!);
            var generated = await GeneratedChange.FindAsync(old, now, cancellationToken);
            var known = await ListAsync(Written(old, changes).Concat(generated.Select(change => change.Before)), cancellationToken);
            var members = await ListAsync(Written(now, changes).Concat(generated.Select(change => change.After)), cancellationToken);
            foreach (var member in members.Where(member => !plan.Makes(member.Name) && !known.Exists(other => other.Name == member.Name)))
            {
                if (await IsOfKnownTypeAsync(member, old, cancellationToken))
                {
                    found.Add(ToDiagnostic(member));
                }
            }
        }

        return found.ToImmutable();
    }

    sealed record Static(string Name, MemberDeclarationSyntax Node, Document Document);

    static IEnumerable<Document?> Written(Project project, SolutionChange changes) => changes.Documents.Select(project.GetDocument);

    static async Task<List<Static>> ListAsync(IEnumerable<Document?> documents, CancellationToken cancellationToken)
    {
        var statics = new List<Static>();
        foreach (var document in documents.OfType<Document>())
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken);
            statics.AddRange(MemberListing.Of(root).All.Where(member => IsInitialized(member)).Select(member => new Static(member.Name, member.Node, document)));
        }

        return statics;
    }

    static bool IsInitialized(DeclaredMember member) => member.Node.Modifiers.Any(SyntaxKind.StaticKeyword) && InitializerOf(member) switch
    {
        null => false,
        { Value: LiteralExpressionSyntax { Token.Value: null or false or 0 } } => false,
        _ => true,
    };

    static EqualsValueClauseSyntax? InitializerOf(DeclaredMember member) => member.Node switch
    {
        BaseFieldDeclarationSyntax field =>
            field.Declaration.Variables.First(variable => member.Name.Split('.')[^1] == variable.Identifier.Text).Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };

    /// <summary>A type that is new, too, is initialized when it is first used.</summary>
    static async Task<bool> IsOfKnownTypeAsync(Static member, Project old, CancellationToken cancellationToken)
    {
        if (member.Node.Parent is not TypeDeclarationSyntax type
            || await member.Document.GetSemanticModelAsync(cancellationToken) is not { } model
            || model.GetDeclaredSymbol(type, cancellationToken)?.GetDocumentationCommentId() is not { } id
            || await old.GetCompilationAsync(cancellationToken) is not { } compilation)
        {
            return false;
        }

        return DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation)
            .Any(symbol => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly));
    }

    static ReloadDiagnostic ToDiagnostic(Static member) => member.Document is SourceGeneratedDocument
        ? new(
            NoEffect.NewStaticCode, DiagnosticSeverity.Warning,
            $"A generator has added {member.Name}, and a running program does not set what it begins with; what uses it may be wrong until a restart.",
            null, default, member.Document.Project.Name)
        : new(
            NoEffect.NewStaticCode, DiagnosticSeverity.Warning,
            $"{member.Name} is new, and a running program does not set what it begins with if its type is in use already; it does after a restart.",
            member.Document.FilePath, Places.ToRange(member.Node), member.Document.Project.Name);
}
