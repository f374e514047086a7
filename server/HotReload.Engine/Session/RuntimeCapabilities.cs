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

    /// <summary>
    /// That generic code gets functions at all. Most of what needs it comes in types of its own, which every runtime takes; what does not is found in
    /// the delta where <see cref="TakesMethodsInGenericTypes"/> is false.
    /// </summary>
    const string GenericMethods = "GenericAddMethodToExistingType";

    const string GenericUpdates = "GenericUpdateMethod";

    public ImmutableArray<string> Current { get; private set; } =
    [
        "Baseline", "AddMethodToExistingType", "AddStaticFieldToExistingType", "AddInstanceFieldToExistingType",
        "NewTypeDefinition", "ChangeCustomAttributes", "UpdateParameters", GenericUpdates,
        GenericMethods, "GenericAddFieldToExistingType", Unlisted,
    ];

    /// <summary>Whether the runtime itself says that a generic type that it has can get a method. One that has a fault there does not.</summary>
    public bool TakesMethodsInGenericTypes { get; private set; }

    /// <summary>Takes a runtime's own list. Returns whether it differs from what was known.</summary>
    public bool Replace(ImmutableArray<string> listed)
    {
        var before = Current.ToHashSet(StringComparer.Ordinal);
        TakesMethodsInGenericTypes = listed.Contains(GenericMethods);
        string[] added = listed.Contains(GenericUpdates) ? [Unlisted, GenericMethods] : [Unlisted];
        Current = [.. listed.Concat(added).Distinct()];
        return !before.SetEquals(Current);
    }
}
