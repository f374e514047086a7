using System.Reflection;
using System.Reflection.Metadata;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Roots;

/// <summary>
/// Whether anything of an assembly can be marked at all, by the names in its metadata: a program without marks is restarted as if there
/// were none of this, and no type of it is loaded for the question.
/// </summary>
/// <param name="hasChanged">Whether an assembly has had deltas, which its first metadata does not tell of.</param>
sealed class MarkScan(Predicate<string> hasChanged)
{
    readonly Dictionary<Assembly, bool> _known = [];

    /// <summary>Whether a mark may be in it. Not thread-safe.</summary>
    public bool MayHave(Assembly assembly)
    {
        if (assembly.GetName().Name is { } name && hasChanged(name))
        {
            return true;
        }

        if (!_known.TryGetValue(assembly, out var may))
        {
            _known.Add(assembly, may = Scan(assembly));
        }

        return may;
    }

    static unsafe bool Scan(Assembly assembly)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length))
        {
            return true;
        }

        var reader = new MetadataReader(blob, length);
        foreach (var handle in reader.TypeReferences)
        {
            if (IsMark(reader, reader.GetTypeReference(handle).Name))
            {
                return true;
            }
        }

        foreach (var handle in reader.TypeDefinitions)
        {
            if (IsMark(reader, reader.GetTypeDefinition(handle).Name))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsMark(MetadataReader reader, StringHandle name) =>
        reader.StringComparer.Equals(name, Marks.Preserve) || reader.StringComparer.Equals(name, Marks.OwnState);
}
