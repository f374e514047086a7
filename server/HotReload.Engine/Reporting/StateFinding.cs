using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Engine.Reporting;

/// <summary>What a delta does to live values. The runtime keeps all of them; only new fields have none yet.</summary>
internal static class StateFinding
{
    /// <param name="verdict">Only what can be applied does anything.</param>
    /// <param name="members">What changed.</param>
    /// <param name="newState">Those of them that are new and hold a value; see <see cref="NewState"/>.</param>
    public static StateSummary Find(
        CompileVerdict verdict, ImmutableArray<ChangedMember> members, ImmutableHashSet<ChangedMember> newState)
    {
        if (verdict != CompileVerdict.Ready)
        {
            return StateSummary.Untouched;
        }

        var types = members.GroupBy(TypeOf).Select(type => Judge(type.Key, [.. type.Where(newState.Contains)])).ToImmutableArray();
        var fate = types.Any(type => type.Fate == StateFate.Defaulted) ? StateFate.Defaulted : StateFate.Kept;
        return new(fate, types);
    }

    static TypeState Judge(string type, ImmutableArray<ChangedMember> added) => added.IsEmpty
        ? new(type, StateFate.Kept, null)
        : new(type, StateFate.Defaulted,
            $"{string.Join(", ", added.Select(member => member.Name[(type.Length + 1)..]))}: objects made before the reload hold the default value");

    static string TypeOf(ChangedMember member)
    {
        if (MemberKinds.IsType(member.Kind))
        {
            return member.Name;
        }

        // Parameters, and what a conversion converts to, are types with dots of their own.
        var own = member.Kind == "operator"
            ? member.Name.IndexOf("operator ", StringComparison.Ordinal)
            : member.Name.AsSpan().IndexOfAny('(', '[');
        var name = own < 0 ? member.Name : member.Name[..own];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? name : name[..dot];
    }
}
