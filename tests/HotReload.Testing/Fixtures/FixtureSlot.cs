namespace HotReload.Testing.Fixtures;

/// <summary>
/// A place where one fixture is built, once, and then lent again and again. A built program names its sources by full path (in the
/// PDB), so a built copy is only good where it was built: the slot keeps its path and gets its files back from a pristine copy.
/// </summary>
sealed class FixtureSlot : IDisposable
{
    readonly FileStream _lock;
    readonly string _pristine;

    FixtureSlot(string path, FileStream @lock)
    {
        Folder = path;
        _pristine = path + ".pristine";
        _lock = @lock;
    }

    /// <summary>Where the program is. Full path.</summary>
    public string Folder { get; }

    /// <summary>Takes the first slot of the source that nobody holds, in this process or another.</summary>
    public static FixtureSlot Take(FixtureSource source)
    {
        var pool = Path.Combine(RepositoryRoot.Path, "artifacts", "f", source.Key);
        Directory.CreateDirectory(pool);
        ShieldFromRepository(pool);
        for (var number = 0; ; number++)
        {
            var folder = Path.Combine(pool, $"{number}");
            if (TryLock(folder + ".lock") is { } held)
            {
                return new FixtureSlot(folder, held);
            }
        }
    }

    /// <summary>Puts the sources there, built or not, as if nothing had ever happened to them.</summary>
    public async Task ResetAsync(FixtureSource source, FixtureState state, CancellationToken cancellationToken)
    {
        if (state == FixtureState.Unbuilt)
        {
            Write(source, Folder);
            return;
        }

        if (!Directory.Exists(_pristine))
        {
            Write(source, Folder);
            await DotNetCommand.BuildAsync(Folder, cancellationToken);

            // Complete or absent: a half-made copy would be taken for a good one by the next run.
            var half = _pristine + ".half";
            FolderCopy.Mirror(Folder, half);
            Directory.Move(half, _pristine);
        }
        else
        {
            FolderCopy.Mirror(_pristine, Folder);
        }
    }

    public void Dispose() => _lock.Dispose();

    static void Write(FixtureSource source, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in source.Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.AsSpan());
        }
    }

    static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // Slots lie inside the repository, whose build rules are not the users'.
    static void ShieldFromRepository(string pool)
    {
        foreach (var name in (string[])[".editorconfig", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            var shield = Path.Combine(FixtureSource.Folder, name);
            var copy = Path.Combine(pool, name);
            if (File.Exists(shield) && !(File.Exists(copy) && File.ReadAllText(copy) == File.ReadAllText(shield)))
            {
                // In one go: another process may be reading it.
                var whole = copy + Path.GetRandomFileName();
                File.Copy(shield, whole);
                File.Move(whole, copy, overwrite: true);
            }
        }
    }
}
