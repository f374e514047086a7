namespace HotReload.Core.Reload;

/// <summary>How many bytes a reload sent, all modules together.</summary>
public sealed record DeltaSizes(int Metadata, int IL, int Pdb)
{
    public static DeltaSizes Zero { get; } = new(0, 0, 0);

    public static DeltaSizes Of(IEnumerable<ModuleDelta> deltas)
    {
        int metadata = 0, il = 0, pdb = 0;
        foreach (var delta in deltas)
        {
            metadata += delta.Metadata.Length;
            il += delta.IL.Length;
            pdb += delta.Pdb.Length;
        }

        return new(metadata, il, pdb);
    }
}
