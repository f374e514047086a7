using System.Collections.Immutable;
using HotReload.Core.Ports;
using HotReload.Core.Reload;
using HotReload.Engine.State;

namespace HotReload.Engine.Reporting;

/// <summary>What a delta does to live values. The runtime keeps all of them; only new fields have none yet.</summary>
internal static class StateFinding
{
    /// <param name="verdict">Only what can be applied does anything.</param>
    /// <param name="members">What changed.</param>
    /// <param name="plan">What the program is to do about the fields among them that are new.</param>
    public static StateSummary Find(CompileVerdict verdict, ImmutableArray<ChangedMember> members, StatePlan plan)
    {
        if (verdict != CompileVerdict.Ready)
        {
            return StateSummary.Untouched;
        }

        var planned = plan.Types.ToLookup(type => type.State.Display);
        var types = members.Select(TypeOf).Distinct().Select(type => Judge(type, planned[type].FirstOrDefault())).ToImmutableArray();
        return new(types.IsEmpty ? StateFate.Kept : types.Max(type => type.Fate), types);
    }

    /// <summary>The name of the type that a member belongs to.</summary>
    public static string TypeOf(ChangedMember member)
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

    static TypeState Judge(string type, PlannedType? planned) => planned switch
    {
        null => new(type, StateFate.Kept, null),
        { Unmade: [_, ..] unmade, State.Migrations: [] } => new(type, StateFate.Defaulted,
            $"{string.Join(", ", unmade)}: objects made before the reload hold the default value; a [MigrateState] method can set it"),
        { State.Migrations: [_, ..] migrations } => new(type, StateFate.Migrated, $"brought to the new shape by {string.Join(", ", migrations)}"),
        _ => new(type, StateFate.Migrated, "new fields got their initializer's value in objects made before the reload"),
    };
}
