using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Verification;

/// <summary>How many attributes each part of a declaration has: the declaration itself, its second parameter, its result.</summary>
internal sealed class AttributeSites
{
    readonly ImmutableDictionary<Site, int> _counts;

    AttributeSites(ImmutableDictionary<Site, int> counts) => _counts = counts;

    readonly record struct Site(string Target, SyntaxKind Kind, int Ordinal);

    /// <summary>Those of a declaration, without the members in it.</summary>
    public static AttributeSites Of(MemberDeclarationSyntax member) =>
        new(List(member).GroupBy(site => site).ToImmutableDictionary(group => group.Key, group => group.Count()));

    /// <summary>Whether no part has fewer than another declaration's has.</summary>
    public bool Contains(AttributeSites other) => other._counts.All(each => each.Value <= _counts.GetValueOrDefault(each.Key));

    static IEnumerable<Site> List(MemberDeclarationSyntax member)
    {
        var ordinals = new Dictionary<SyntaxKind, int>();
        foreach (var node in member.DescendantNodesAndSelf().Where(node => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() == member))
        {
            var ordinal = ordinals[node.Kind()] = ordinals.GetValueOrDefault(node.Kind()) + 1;
            foreach (var list in node.ChildNodes().OfType<AttributeListSyntax>())
            {
                foreach (var _ in list.Attributes)
                {
                    yield return new(list.Target?.Identifier.Text ?? "", node.Kind(), ordinal);
                }
            }
        }
    }
}
