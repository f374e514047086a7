using System.Collections.Immutable;
using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>What an edit takes from the program that code calls. A member with another signature is another.</summary>
internal sealed class GoneMembers
{
    readonly string? _assembly;
    readonly ImmutableHashSet<string> _ids;

    GoneMembers(string? assembly, IReadOnlyCollection<ISymbol> members)
    {
        _assembly = assembly;
        _ids = [.. members.Select(SymbolIds.Of)];
        Names = [.. members.Select(NameOf).OfType<string>()];
        HasConstructor = members.Any(member => member is IMethodSymbol { MethodKind: MethodKind.Constructor });
        AreNamed = members.All(member => NameOf(member) is { } name && !IsPattern(member, name));
    }

    /// <summary>The names by which they are called, as far as they have one.</summary>
    public ImmutableHashSet<string> Names { get; }

    /// <summary>Whether there is one that <c>new()</c>, <c>base()</c> and <c>this()</c> may stand for.</summary>
    public bool HasConstructor { get; }

    /// <summary>Whether no code calls them in yet another way: as an operator, an indexer, by a pattern, or a constructor by deriving.</summary>
    public bool AreNamed { get; }

    /// <summary>Finds them.</summary>
    public static async Task<GoneMembers> FindAsync(TextEdits edits, Project before, Project after, CancellationToken cancellationToken)
    {
        var nodes = edits.DeclaredNoMore.Select(member => member.Node).Where(IsCalled).ToList();
        if (nodes.Count == 0
            || await before.GetCompilationAsync(cancellationToken) is not { } old || await after.GetCompilationAsync(cancellationToken) is not { } now)
        {
            return new(null, []);
        }

        var members = nodes
            .Where(node => old.ContainsSyntaxTree(node.SyntaxTree))
            .Select(node => old.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, cancellationToken))
            .OfType<ISymbol>()
            .Where(symbol => SymbolIds.Find(SymbolIds.Of(symbol), now) is not { } same || SignatureOf(same) != SignatureOf(symbol));
        return new(old.AssemblyName, [.. members]);
    }

    /// <summary>Whether a name stands for one of them.</summary>
    public bool IsMeant(SyntaxToken name, SemanticModel model, CancellationToken cancellationToken)
    {
        // The keyword of a creation or initializer has that for its parent.
        var symbol = name.Parent is { } node ? model.GetSymbolInfo(Creation(node) ?? node, cancellationToken).Symbol?.OriginalDefinition : null;
        return (symbol is IMethodSymbol { ReducedFrom: { } whole } ? whole : symbol) is { ContainingAssembly: { } assembly, ContainingType: not null } meant
            && assembly.Name == _assembly && _ids.Contains(SymbolIds.Of(meant));
    }

    static bool IsCalled(MemberDeclarationSyntax node) =>
        node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax && node.Parent is not BaseTypeDeclarationSyntax { Identifier.Text: "" };

    static string? NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType.Name,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsIndexer: false } or IEventSymbol => symbol.Name,
        _ => null,
    };

    /// <summary>Whether the language looks for a member of that name there; a type without the rest of the pattern is none for it.</summary>
    static bool IsPattern(ISymbol member, string name) => name switch
    {
        _ when member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor =>
            member.ContainingType is { TypeKind: TypeKind.Class, IsSealed: false } && constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams),
        _ when !PatternNames.All.Contains(name) => false,
        "Add" => member is IMethodSymbol { IsExtensionMethod: true } || member.ContainingType.AllInterfaces.Any(type => type.SpecialType == SpecialType.System_Collections_IEnumerable),
        "Create" or "Start" or "Task" or "SetResult" or "SetException" => !member.ContainingType.GetMembers("SetStateMachine").IsEmpty,
        "Count" or "Length" => member.ContainingType.GetMembers().Any(other => other is IPropertySymbol { IsIndexer: true } || other.Name == "Slice"),
        _ => true,
    };

    /// <summary>A type in <c>new</c> stands for its constructor.</summary>
    static ObjectCreationExpressionSyntax? Creation(SyntaxNode name) =>
        name.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>(creation => creation.Type.Span.Contains(name.Span)
            && (creation.Type == name || (creation.Type is QualifiedNameSyntax qualified && qualified.Right == name)));

    /// <summary>What code that calls it is compiled to.</summary>
    static string SignatureOf(ISymbol symbol) => $"{SymbolIds.Of(symbol)} {symbol.IsStatic} {symbol switch
    {
        IMethodSymbol method => $"{method.RefKind} {method.ReturnType.ToDisplayString()}",
        IPropertySymbol property => $"{property.RefKind} {property.Type.ToDisplayString()} {property.GetMethod is null} {property.SetMethod is null}",
        IEventSymbol each => each.Type.ToDisplayString(),
        _ => "",
    }}";
}
