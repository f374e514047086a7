using System.Collections.Immutable;

namespace HotReload.Engine.Session;

/// <summary>What the running program's runtime can take. Until it has connected, what every .NET 10 can is assumed.</summary>
internal sealed class RuntimeCapabilities
{
    /// <summary>
    /// Every CoreCLR that takes updates can do this, but none lists it; the SDK's own tool adds it too. Without it no Razor page
    /// could be changed: the generated class of a page implements an interface explicitly.
    /// </summary>
    const string Unlisted = "AddExplicitInterfaceImplementation";

    public ImmutableArray<string> Current { get; private set; } =
    [
        "Baseline", "AddMethodToExistingType", "AddStaticFieldToExistingType", "AddInstanceFieldToExistingType",
        "NewTypeDefinition", "ChangeCustomAttributes", "UpdateParameters", "GenericUpdateMethod",
        "GenericAddFieldToExistingType", Unlisted,
    ];

    /// <summary>Takes a runtime's own list. Returns whether it differs from what was known.</summary>
    public bool Replace(ImmutableArray<string> listed)
    {
        var before = Current.ToHashSet(StringComparer.Ordinal);
        Current = [.. listed.Append(Unlisted).Distinct()];
        return !before.SetEquals(Current);
    }
}
