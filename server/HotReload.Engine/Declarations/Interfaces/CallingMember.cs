using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HotReload.Engine.Loading;
using HotReload.Engine.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Interfaces;

/// <summary>
/// Extension methods that call, of whatever class an object is, its public method, or the accessors of its property. Each has a file of its own, which
/// nobody but the analysis sees; what the program has got of it stays there.
/// </summary>
internal static class CallingMember
{
    const string Prefix = "HotReloadInterface_";

    static readonly SymbolDisplayFormat s_annotated = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    static readonly SymbolDisplayFormat s_parameter = s_annotated.WithParameterOptions(
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers);

    /// <summary>Whether a file is that of one.</summary>
    public static bool IsIn(Solution solution, DocumentId id) => solution.GetDocument(id)?.Name.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>Whether there is one for a method.</summary>
    public static bool Has(Solution solution, AddedMember method) => solution.GetDocument(IdOf(method)) is not null;

    /// <summary>Whether it is the one for a method.</summary>
    public static bool Is(ISymbol symbol, AddedMember method) => symbol.ContainingType?.Name == ClassOf(method);

    /// <summary>How code says them.</summary>
    public static ImmutableHashSet<string> NamesOf(AddedMember member) => [.. MethodsOf(member.Symbol).Select(method => method.Name)];

    /// <summary>With the one for a method.</summary>
    public static Solution Add(Solution solution, AddedMember method) => Add(solution, IdOf(method), NameOf(method), SourceText.From(Write(method), Encoding.UTF8));

    /// <summary>With those that the program has got.</summary>
    public static Solution Carry(Solution before, Solution wanted)
    {
        foreach (var document in before.Projects.SelectMany(project => project.Documents).Where(document => document.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            wanted = wanted.ContainsProject(document.Project.Id) && document.TryGetText(out var text) ? Add(wanted, document.Id, document.Name, text) : wanted;
        }

        return wanted;
    }

    static Solution Add(Solution solution, DocumentId id, string name, SourceText text) => solution.ContainsDocument(id) ? solution
        : TextPinning.Add(solution, id, name, text, Path.Combine(Path.GetDirectoryName(solution.GetProject(id.ProjectId)?.FilePath) ?? "", "obj", name));

    static string NameOf(AddedMember method) => $"{ClassOf(method)}.g.cs";

    static string ClassOf(AddedMember method) => Prefix + Convert.ToHexString(HashOf(method));

    /// <summary>The same each time, as the analysis knows files by it.</summary>
    static DocumentId IdOf(AddedMember method) => DocumentId.CreateFromSerialized(method.Document.Project.Id, new Guid(HashOf(method)));

    static byte[] HashOf(AddedMember method) => SHA256.HashData(Encoding.UTF8.GetBytes(SymbolIds.Of(method.Symbol) + method.Symbol.ToDisplayString(s_parameter)))[..16];

    static string Write(AddedMember member)
    {
        var type = member.Symbol.ContainingType;
        var access = DeclaredTypes.Outwards(type).All(each => each.DeclaredAccessibility == Accessibility.Public) ? "public" : "internal";
        var receiver = $"{type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)} hotReloadReceiver";
        return $$"""
            #nullable enable annotations
            #pragma warning disable
            {{access}} static class {{ClassOf(member)}}
            {
                {{string.Concat(MethodsOf(member.Symbol).Select(method => Write(method, receiver)))}}
            }
            """;
    }

    static IEnumerable<IMethodSymbol> MethodsOf(ISymbol member) => member is IPropertySymbol property
        ? new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>()
        : [(IMethodSymbol)member];

    static string Write(IMethodSymbol method, string receiver)
    {
        var parameters = string.Concat(method.Parameters.Select(parameter => $", {parameter.ToDisplayString(s_parameter)}"));
        var types = string.Join(", ", method.Parameters.Select(parameter => $"typeof({parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})"));
        var values = string.Join(", ", method.Parameters.Select(parameter => "@" + parameter.Name));
        var result = method.ReturnsVoid ? "" : $"return ({method.ReturnType.ToDisplayString(s_annotated)})";
        return $$"""
            public static {{method.ReturnType.ToDisplayString(s_annotated)}} @{{method.Name}}(this {{receiver}}{{parameters}})
            {
                var method = hotReloadReceiver.GetType().GetMethod(
                    "{{method.Name}}", global::System.Reflection.BindingFlags.Instance | global::System.Reflection.BindingFlags.Public, null, new global::System.Type[] { {{types}} }, null)
                    ?? throw new global::System.MissingMethodException(hotReloadReceiver.GetType().FullName + " was made before {{method.ContainingType.Name}} got {{(method.AssociatedSymbol ?? method).Name}}, and has no such one: start the program again.");
                {{result}}method.Invoke(hotReloadReceiver, global::System.Reflection.BindingFlags.DoNotWrapExceptions, null, new object[] { {{values}} }, null);
            }
            """;
    }
}
