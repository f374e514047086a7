using System.Collections.Immutable;
using HotReload.Core.Reload;
using HotReload.Core.State;

namespace HotReload.Engine.State;

/// <summary>What an edit means for the objects of a type that the program has already.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="State">What the program is to do; nothing in it where nothing is.</param>
/// <param name="Unmade">The new members whose initial value nothing can make.</param>
internal sealed record PlannedType(string Assembly, NewTypeState State, ImmutableArray<string> Unmade)
{
    /// <summary>The new members, with their types, that the program gives their initial value.</summary>
    public ImmutableArray<string> Made { get; init; } = [];

    /// <summary>What is said of them at their places, unless the user's own method sets them.</summary>
    public ImmutableArray<ReloadDiagnostic> Hints { get; init; } = [];

    /// <summary>Whether the program has something to do.</summary>
    public bool HasWork => !State.Fields.IsEmpty || !State.Migrations.IsEmpty;
}
