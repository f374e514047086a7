using HotReload.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>
/// Which of an assembly's members the edited text stands for: those a delta brings. Members go by the names of <see cref="ImageDigest"/>.
/// </summary>
internal sealed class EditedCode
{
    readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>Type and plain name of extension members, which are compiled to others than were written.</summary>
    readonly HashSet<string> _names = new(StringComparer.Ordinal);

    readonly HashSet<string> _newTypes = new(StringComparer.Ordinal);

    /// <summary>Types whose fields, initializers or heading were edited: their constructors and implicit members follow.</summary>
    readonly HashSet<string> _reshaped = new(StringComparer.Ordinal);

    public EditedCode(TextEdits edits, Compilation before, Compilation after)
    {
        foreach (var member in edits.Came)
        {
            var former = edits.FormerOf(member)?.Node;
            var hasFunctions = HasFunctions(member.Node) || HasFunctions(former);
            foreach (var symbol in SymbolsOf(member.Node, after))
            {
                Add(symbol, member.Node, former is null, hasFunctions);
            }
        }

        foreach (var member in edits.Went.Where(member => ShapesType(member.Node)))
        {
            _reshaped.UnionWith(SymbolsOf(member.Node, before).Select(symbol => SymbolIds.OfType(symbol as INamedTypeSymbol ?? symbol.ContainingType)));
        }
    }

    /// <summary>Whether the edited text stands for a member.</summary>
    /// <param name="id">Its name in a digest.</param>
    /// <param name="isImplicit">Whether the source has no declaration of its own for it.</param>
    public bool Covers(string id, bool isImplicit)
    {
        var (type, name) = SymbolIds.Split(id);
        return _members.Contains(id)
            || _names.Contains($"{type}.{name}")
            || IsInNewType(type)
            || (_reshaped.Contains(type) && (name is "#ctor" or "#cctor" || isImplicit));
    }

    bool IsInNewType(string type)
    {
        for (var end = type.Length; end > 0; end = type.LastIndexOf('.', end - 1))
        {
            if (_newTypes.Contains(type[..end]))
            {
                return true;
            }
        }

        return false;
    }

    static IEnumerable<ISymbol> SymbolsOf(MemberDeclarationSyntax node, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(node.SyntaxTree);
        var symbols = node switch
        {
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => model.GetDeclaredSymbol(variable)),
            GlobalStatementSyntax => [compilation.GetEntryPoint(CancellationToken.None)],
            _ => [model.GetDeclaredSymbol(node)],
        };
        return symbols.OfType<ISymbol>();
    }

    void Add(ISymbol symbol, MemberDeclarationSyntax node, bool isNew, bool hasFunctions)
    {
        if (ShapesType(node))
        {
            _reshaped.Add(SymbolIds.OfType(symbol as INamedTypeSymbol ?? symbol.ContainingType));
        }

        switch (symbol)
        {
            case INamedTypeSymbol type when IsExtensionBlock(type):
                type.GetMembers().ToList().ForEach(AddExtension);
                break;
            case INamedTypeSymbol type when isNew:
                _newTypes.Add(SymbolIds.OfType(type));
                break;
            case not null when symbol.ContainingType is { } container && IsExtensionBlock(container):
                AddExtension(symbol);
                break;
            default:
                AddMember(symbol!, hasFunctions);
                break;
        }
    }

    void AddMember(ISymbol symbol, bool hasFunctions)
    {
        _members.Add(SymbolIds.Of(symbol));
        switch (symbol)
        {
            case IMethodSymbol when hasFunctions:
                _members.Add(GeneratedFor(symbol));
                break;
            case IPropertySymbol property:
                AddAccessors(property.GetMethod, property.SetMethod);
                break;
            case IEventSymbol item:
                _members.Add($"F:{SymbolIds.OfType(item.ContainingType)}.{item.Name}");
                AddAccessors(item.AddMethod, item.RemoveMethod);
                break;
        }

        void AddAccessors(params IMethodSymbol?[] accessors)
        {
            foreach (var accessor in accessors.OfType<IMethodSymbol>())
            {
                AddMember(accessor, hasFunctions);
            }
        }
    }

    /// <summary>Whether methods are generated for a member: for its lambdas and local functions, or as it is an iterator or async.</summary>
    static bool HasFunctions(MemberDeclarationSyntax? node) => node?.DescendantNodesAndTokens().Any(part => part.Kind() is
        SyntaxKind.AsyncKeyword or SyntaxKind.YieldReturnStatement or SyntaxKind.YieldBreakStatement or SyntaxKind.LocalFunctionStatement or SyntaxKind.QueryExpression
        or SyntaxKind.SimpleLambdaExpression or SyntaxKind.ParenthesizedLambdaExpression or SyntaxKind.AnonymousMethodExpression) == true;

    void AddExtension(ISymbol symbol)
    {
        var home = symbol.ContainingType.ContainingType;
        foreach (var name in new[] { symbol.Name, $"get_{symbol.Name}", $"set_{symbol.Name}" })
        {
            _names.Add($"{SymbolIds.OfType(home)}.{name}");
        }
    }

    /// <summary>
    /// Where an overload was edited that has something generated, what was generated for any of them counts as edited: their names are the same.
    /// </summary>
    static string GeneratedFor(ISymbol symbol) => $"G:{SymbolIds.OfType(symbol.ContainingType)}.{MetadataNames.OfMember(symbol.MetadataName)}";

    static bool IsExtensionBlock(INamedTypeSymbol type) => type.Name.Length == 0;

    static bool ShapesType(MemberDeclarationSyntax node) => node switch
    {
        BaseTypeDeclarationSyntax or BaseFieldDeclarationSyntax or ConstructorDeclarationSyntax => true,
        PropertyDeclarationSyntax { Parent: RecordDeclarationSyntax } => true, // A record prints all that can be read of it.
        PropertyDeclarationSyntax property => property.Initializer is not null
            || property.AccessorList?.Accessors.Any(accessor => accessor.Body is null && accessor.ExpressionBody is null) == true,
        _ => false,
    };
}
