using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HotReload.Engine.Declarations.Restatements;

/// <summary>How the modifiers of a declaration differ between two versions of it.</summary>
/// <param name="old">Before.</param>
/// <param name="now">After.</param>
/// <param name="others">Which may differ, besides those that say from where it can be used.</param>
internal sealed class ModifierChange(SyntaxTokenList old, SyntaxTokenList now, params ReadOnlySpan<SyntaxKind> others)
{
    /// <summary>From the narrowest to the widest, by where code can stand that may use what has them.</summary>
    static readonly ImmutableArray<ImmutableHashSet<SyntaxKind>> s_widths =
    [
        [SyntaxKind.PrivateKeyword],
        [SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword],
        [SyntaxKind.InternalKeyword],
        [SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword],
        [SyntaxKind.PublicKeyword],
    ];

    readonly SyntaxTokenList _old = old;
    readonly SyntaxTokenList _now = now;
    readonly ImmutableHashSet<SyntaxKind> _differing = [.. Kinds(old).SymmetricExcept(Kinds(now))];
    readonly ImmutableHashSet<SyntaxKind> _others = [.. others];

    /// <summary>Whether there is no difference.</summary>
    public bool IsEmpty => _differing.IsEmpty;

    /// <summary>Whether nothing else differs, and the text before can be written so without moving a line.</summary>
    public bool IsPlain => _differing.All(kind => IsAccess(kind) || Allows(kind)) && !_old.ToString().Contains('\n', StringComparison.Ordinal);

    /// <summary>Whether it is about who can use the declaration.</summary>
    public bool IsOfAccess => _differing.Any(IsAccess);

    /// <summary>Whether there may be code that can use the declaration now and could not before.</summary>
    public bool Widens => IsOfAccess && !(WidthOf(_old) is var before and >= 0 && WidthOf(_now) is var after and >= 0 && after <= before);

    /// <summary>What makes a declaration's former text have the modifiers.</summary>
    public IEnumerable<TextChange> Write(SyntaxNode declaration)
    {
        if (IsEmpty)
        {
            return [];
        }

        var start = declaration.ChildNodesAndTokens().First(part => part.AsNode() is not AttributeListSyntax).SpanStart;
        var text = string.Join(' ', _now.Select(modifier => modifier.Text));
        return [_old.Count > 0 ? new(_old.Span, text) : new(new TextSpan(start, 0), text + " ")];
    }

    bool Allows(SyntaxKind kind) => _others.Contains(kind);

    /// <summary>Where nothing is said, a member is private. That of a type that is 'protected' is one of the types that derive, wherever they are.</summary>
    static int WidthOf(SyntaxTokenList modifiers) => Kinds(modifiers).Where(IsAccess).ToImmutableHashSet() is { IsEmpty: false } said
        ? s_widths.IndexOf(s_widths.FirstOrDefault(width => width.SetEquals(said)) ?? [])
        : 0;

    static ImmutableHashSet<SyntaxKind> Kinds(SyntaxTokenList modifiers) => [.. modifiers.Select(modifier => modifier.Kind())];

    static bool IsAccess(SyntaxKind kind) => kind is SyntaxKind.PublicKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword;
}
