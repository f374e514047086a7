using System.Collections;

namespace HotReload.Agent.State.Collections;

/// <summary>The comparers that every program has: they are carried by their names.</summary>
static class Comparers
{
    static readonly (string Name, object Comparer)[] s_known =
    [
        ("Ordinal", StringComparer.Ordinal),
        ("OrdinalIgnoreCase", StringComparer.OrdinalIgnoreCase),
        ("InvariantCulture", StringComparer.InvariantCulture),
        ("InvariantCultureIgnoreCase", StringComparer.InvariantCultureIgnoreCase),
        ("CurrentCulture", StringComparer.CurrentCulture),
        ("CurrentCultureIgnoreCase", StringComparer.CurrentCultureIgnoreCase),
        ("Reference", ReferenceEqualityComparer.Instance),
        ("Structural", StructuralComparisons.StructuralEqualityComparer),
    ];

    /// <summary>The name of a known comparer; null where it is none.</summary>
    public static string? NameOf(object comparer)
    {
        foreach (var (name, known) in s_known)
        {
            if (known.Equals(comparer))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The comparer of a name; null where there is none.</summary>
    public static object? Find(string name) => Array.Find(s_known, known => known.Name == name).Comparer;
}
