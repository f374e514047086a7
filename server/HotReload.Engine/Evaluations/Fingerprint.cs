using System.Security.Cryptography;
using System.Text;
using HotReload.Core.Buffers;

namespace HotReload.Engine.Evaluations;

/// <summary>Gathers what something depends on into one hash.</summary>
internal sealed class Fingerprint : IDisposable
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>When the newest of the files was written.</summary>
    public DateTime Newest { get; private set; }

    public Fingerprint Add(string text)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData([0]);
        return this;
    }

    /// <summary>A file by its name and content; that it is not there counts, too.</summary>
    public void AddFile(string path)
    {
        var writtenAt = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : default;
        Newest = writtenAt > Newest ? writtenAt : Newest;
        AddWritten(path);
    }

    /// <summary>A file that the evaluation itself may have written, by its name and content.</summary>
    public void AddWritten(string path)
    {
        Add(path);
        if (File.Exists(path))
        {
            using var stream = File.OpenRead(path);
            _hash.AppendData(SHA256.HashData(stream));
        }
    }

    /// <summary>The names of the files in and below a folder, without those that no project takes in by a pattern.</summary>
    public void AddNames(string folder)
    {
        Add(folder);
        var names = new List<string>();
        Collect(new(folder), names);
        names.Sort(PathIdentity.Comparer);
        names.ForEach(name => Add(name));
    }

    /// <summary>The names of the folders in a folder's folders: versions, most often.</summary>
    public void AddVersions(string folder)
    {
        Add(folder);
        if (Directory.Exists(folder))
        {
            foreach (var name in Directory.EnumerateDirectories(folder).SelectMany(Directory.EnumerateDirectories).Order(PathIdentity.Comparer))
            {
                Add(name);
            }
        }
    }

    public byte[] ToArray() => _hash.GetCurrentHash();

    public void Dispose() => _hash.Dispose();

    static void Collect(DirectoryInfo folder, List<string> names)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is not DirectoryInfo below)
            {
                names.Add(entry.FullName);
            }
            else if (!below.Name.StartsWith('.') && below.Name is not ("bin" or "obj" or "node_modules"))
            {
                Collect(below, names);
            }
        }
    }
}
