using System.Collections.Immutable;

namespace HotReload.Engine.Session;

/// <summary>What the running program's runtime can take. Until it has connected, what .NET 10 can is assumed.</summary>
internal sealed class RuntimeCapabilities
{
    public ImmutableArray<string> Current { get; set; } =
    [
        "Baseline", "AddMethodToExistingType", "AddStaticFieldToExistingType", "AddInstanceFieldToExistingType",
        "NewTypeDefinition", "ChangeCustomAttributes", "UpdateParameters", "GenericUpdateMethod",
        "GenericAddMethodToExistingType", "GenericAddFieldToExistingType", "AddExplicitInterfaceImplementation",
    ];
}
