using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.Core.Calls;

/// <summary>Finds the changed member that a changed method was written in.</summary>
internal static class MemberLookup
{
    /// <summary>The kind of a member that is a file: its range is what was edited, and its code is that of the whole file.</summary>
    const string View = "view";

    /// <summary>The innermost member around the method's first statement; null where the method belongs to none that was edited.</summary>
    public static ChangedMember? Find(ImmutableArray<ChangedMember> members, ChangedMethod method) => members
        .Where(member => member.Change != MemberChange.Removed && PathIdentity.Comparer.Equals(member.File, method.File))
        .Where(member => member.Kind == View || Contains(member.Range, method.Start))
        .MaxBy(member => (member.Range.Start.Line, member.Range.Start.Character));

    static bool Contains(TextRange range, TextPosition place) => IsInOrder(range.Start, place) && IsInOrder(place, range.End);

    static bool IsInOrder(TextPosition first, TextPosition second) =>
        (first.Line, first.Character).CompareTo((second.Line, second.Character)) <= 0;
}
