namespace HotReload.Engine.Loading;

/// <summary>An assembly where no build writes.</summary>
internal static class AssemblyCopy
{
    /// <summary>Copies it, with the symbols beside it, where there are any.</summary>
    /// <param name="assembly">Full path of the assembly.</param>
    /// <param name="folder">Where to; made where it is not there.</param>
    /// <returns>Full path of the copy.</returns>
    public static string Make(string assembly, string folder)
    {
        Directory.CreateDirectory(folder);
        var copy = Path.Combine(folder, Path.GetFileName(assembly));
        File.Copy(assembly, copy, overwrite: true);
        var symbols = Path.ChangeExtension(assembly, ".pdb");
        if (File.Exists(symbols))
        {
            File.Copy(symbols, Path.ChangeExtension(copy, ".pdb"), overwrite: true);
        }

        return copy;
    }
}
