using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// Whose attribute each row of a module's table of attributes is. The compiler gives a row to one type or member for ever: it uses the row
/// again for the same one, and new rows for all else. So what a delta says of a row holds, and if that delta was dropped, the next one that
/// has the row says it again, before one can empty it.
/// </summary>
internal sealed class AttributeOwners
{
    readonly Dictionary<int, int> _owners = [];

    AttributeOwners()
    {
    }

    /// <summary>Those of a module as it was built; none where its assembly is not at hand.</summary>
    public static AttributeOwners Read(Guid moduleId, Solution solution)
    {
        var owners = new AttributeOwners();
        BuiltModules.Read(moduleId, solution, reader =>
        {
            foreach (var handle in reader.CustomAttributes)
            {
                owners.Take(MetadataTokens.GetRowNumber(handle), CodedIndex.HasCustomAttribute(reader.GetCustomAttribute(handle).Parent));
            }
        });
        return owners;
    }

    /// <summary>Notes what a delta says of a row.</summary>
    /// <param name="row">The row as the program counts it, from 1.</param>
    /// <param name="owner">The type or member, coded as the table has it.</param>
    public void Take(int row, int owner) => _owners[row] = owner;

    /// <summary>The owner of a row, coded as the table has it; null where it is not known.</summary>
    public int? Find(int row) => _owners.TryGetValue(row, out var owner) ? owner : null;
}
