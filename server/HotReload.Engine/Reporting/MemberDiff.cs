using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Engine.Loading;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotReload.Engine.Reporting;

/// <summary>Names the members in which two solutions differ, by syntax: what the user edited, not what the edit touched.</summary>
internal static class MemberDiff
{
    public static async Task<ImmutableArray<ChangedMember>> FindAsync(
        Solution before, Solution after, SolutionChange change, CancellationToken cancellationToken)
    {
        var members = ImmutableArray.CreateBuilder<ChangedMember>();
        foreach (var id in change.Documents)
        {
            if (TextPinning.Find(after, id) is not Document && TextPinning.Find(before, id) is not Document)
            {
                members.AddRange(FindView(TextPinning.Find(before, id), TextPinning.Find(after, id)));
                continue;
            }

            var oldRoot = before.GetDocument(id) is { } old ? await old.GetSyntaxRootAsync(cancellationToken) : null;
            var newRoot = after.GetDocument(id) is { } now ? await now.GetSyntaxRootAsync(cancellationToken) : null;
            var file = (after.GetDocument(id) ?? before.GetDocument(id))!.FilePath ?? "";
            members.AddRange(Compare(oldRoot, newRoot, file));
        }

        members.AddRange(await GeneratedMembers.FindAsync(before, after, change, cancellationToken));
        return WithoutMembersOfNewTypes([.. members.Distinct()]);
    }

    /// <summary>A type that came or went is one change, not one for each of its members.</summary>
    static ImmutableArray<ChangedMember> WithoutMembersOfNewTypes(ImmutableArray<ChangedMember> members)
    {
        var types = members
            .Where(member => member.Change != MemberChange.Updated && MemberKinds.IsType(member.Kind))
            .Select(member => (Prefix: member.Name + ".", member.Change))
            .ToList();
        return members.RemoveAll(member =>
            types.Exists(type => type.Change == member.Change && member.Name.StartsWith(type.Prefix, StringComparison.Ordinal)));
    }

    internal static IEnumerable<ChangedMember> Compare(SyntaxNode? oldRoot, SyntaxNode? newRoot, string file)
    {
        var old = MemberListing.Of(oldRoot).ByName;
        var now = MemberListing.Of(newRoot).ByName;
        foreach (var group in now)
        {
            var before = old[group.Key].ToList();
            var after = group.ToList();
            if (before.Count == 0)
            {
                yield return ToChange(after[0], MemberChange.Added, file);
            }
            else if (FindDifference(before, after) is { } updated)
            {
                yield return ToChange(updated, MemberChange.Updated, file);
            }
        }

        foreach (var group in old.Where(group => !now.Contains(group.Key)))
        {
            yield return ToChange(group.First(), MemberChange.Removed, file);
        }
    }

    /// <summary>Several declarations share a name for top-level statements and partial members.</summary>
    static DeclaredMember? FindDifference(List<DeclaredMember> before, List<DeclaredMember> after)
    {
        for (var i = 0; i < after.Count; i++)
        {
            if (i >= before.Count || !IsSame(before[i].Node, after[i].Node))
            {
                return after[i];
            }
        }

        return before.Count > after.Count ? after[^1] : null;
    }

    internal static bool IsSame(MemberDeclarationSyntax before, MemberDeclarationSyntax after) =>
        before.IsIncrementallyIdenticalTo(after)
        || (before is BaseTypeDeclarationSyntax oldType && after is BaseTypeDeclarationSyntax newType
            ? Header(oldType) == Header(newType)
            : SyntaxFactory.AreEquivalent(before, after, topLevel: false));

    /// <summary>A type's own part: its members are compared one by one.</summary>
    static string Header(BaseTypeDeclarationSyntax type)
    {
        var tokens = type.DescendantTokens(node => node == type || node is not MemberDeclarationSyntax)
            .TakeWhile(token => token != type.OpenBraceToken);
        return string.Join(' ', tokens.Select(token => token.Text));
    }

    static ChangedMember ToChange(DeclaredMember member, MemberChange change, string file) =>
        new(member.Kind, member.Name, change, file, Places.ToRange(member.Node));

    static IEnumerable<ChangedMember> FindView(TextDocument? before, TextDocument? after)
    {
        if ((after ?? before) is not { FilePath: { } path } document || !MemberKinds.IsView(path))
        {
            return [];
        }

        var change = before is null ? MemberChange.Added : after is null ? MemberChange.Removed : MemberChange.Updated;
        return [new(MemberKinds.View, Path.GetFileName(path), change, path, Places.OfChange(before, after))];
    }
}
