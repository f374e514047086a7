using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.Engine.Reporting;

/// <summary>What a delta does to live values. The runtime keeps all of them; only new fields have none yet.</summary>
internal static class StateFinding
{
    public static StateSummary Find(CompileVerdict verdict, ImmutableArray<ChangedMember> members)
    {
        if (verdict != CompileVerdict.Ready)
        {
            return StateSummary.Untouched;
        }

        var types = members.GroupBy(TypeOf).Select(type => Judge(type.Key, [.. type])).ToImmutableArray();
        var fate = types.Any(type => type.Fate == StateFate.Defaulted) ? StateFate.Defaulted : StateFate.Kept;
        return new(fate, types);
    }

    static TypeState Judge(string type, ImmutableArray<ChangedMember> members)
    {
        var added = members.Where(member => member is { Change: MemberChange.Added, Kind: "field" or "property" }).ToList();
        return added.Count == 0
            ? new(type, StateFate.Kept, null)
            : new(type, StateFate.Defaulted,
                $"{string.Join(", ", added.Select(member => member.Name[(type.Length + 1)..]))}: objects made before the reload hold the default value");
    }

    static string TypeOf(ChangedMember member)
    {
        var parameters = member.Name.IndexOf('(', StringComparison.Ordinal);
        var name = parameters < 0 ? member.Name : member.Name[..parameters];
        var dot = name.LastIndexOf('.');
        return dot < 0 || MemberKinds.IsType(member.Kind) ? name : name[..dot];
    }
}
