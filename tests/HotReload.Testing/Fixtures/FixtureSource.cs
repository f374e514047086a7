using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace HotReload.Testing.Fixtures;

/// <summary>A program as it is before anything happens to it: a name and files.</summary>
/// <param name="Name">A short name for people.</param>
/// <param name="Files">Its files, by path in ordinal order.</param>
public sealed record FixtureSource(string Name, ImmutableArray<FixtureFile> Files)
{
    /// <summary>The folder with this repository's fixtures.</summary>
    public static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "fixtures");

    /// <summary>Names the content, the name and the SDKs on the machine: what is built under one key is alike.</summary>
    public string Key => $"{Name}-{Hash()}";

    /// <summary>A program of <c>tests/fixtures</c>.</summary>
    public static FixtureSource Named(string name) => FromFolder(name, Path.Combine(Folder, name));

    /// <summary>Any folder, without what was built in it.</summary>
    public static FixtureSource FromFolder(string name, string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no fixture in {folder}.");
        }

        return Of(name, [.. FolderCopy.SourceFiles(folder).Select(path => Read(folder, path))]);
    }

    /// <summary>A program written inline; see <see cref="FixtureText"/>.</summary>
    public static FixtureSource Inline(string name, string text) => Of(name, FixtureText.Parse(text));

    static FixtureSource Of(string name, ImmutableArray<FixtureFile> files) =>
        new(name, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);

    static FixtureFile Read(string folder, string path) =>
        new(path, [.. File.ReadAllBytes(Path.Combine(folder, path))]);

    string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(InstalledSdks.Fingerprint));
        foreach (var file in Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\0{file.Path}\0{file.Content.Length}\0"));
            hash.AppendData(file.Content.AsSpan());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }
}
