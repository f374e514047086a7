using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using HotReload.Core.Buffers;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HotReload.Engine.Evaluations;

/// <summary>
/// Evaluations in a folder of the user's, with a hash of all that each project's depends on. What is not certain is evaluated again: an
/// evaluation costs a second, a wrong one the user's trust.
/// </summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="sdk">The SDK that evaluates.</param>
/// <param name="time">Tells when an evaluation begins.</param>
internal sealed class CachedEvaluations(CacheFolder folder, SdkInstallation sdk, TimeProvider time) : IEvaluations
{
    static readonly byte[] s_uncertain = new byte[SHA256.HashSizeInBytes];

    readonly EvaluationInputs _inputs = new(sdk);

    /// <summary>Those in the user's folder for what can be made again; null where nothing is kept.</summary>
    public static CachedEvaluations? In(string? cacheFolder, SdkInstallation sdk) =>
        cacheFolder is null ? null : new(EvaluationFiles.In(cacheFolder), sdk, TimeProvider.System);

    /// <inheritdoc/>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public KeptEvaluations? Find(string projectPath)
    {
        try
        {
            if (folder.Read(EvaluationFiles.NameOf(projectPath)) is not { Length: > sizeof(int) } content)
            {
                return null;
            }

            var foundAt = Now;
            var projects = Read(content, sizeof(int) + (BinaryPrimitives.ReadInt32LittleEndian(content) * SHA256.HashSizeInBytes));
            var inputs = _inputs.Find(projects);
            var outdated = projects.Where((project, i) => inputs[i] is not var (hash, _) || !hash.AsSpan().SequenceEqual(HashIn(content, i)));
            return projects.IsEmpty ? null : new(
                Convert.ToHexString(SHA256.HashData(content)), projects, outdated.Select(project => project.FilePath!).ToImmutableHashSet(PathIdentity.Comparer), foundAt);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or FormatException or BadImageFormatException or OverflowException)
        {
            // Cut off, written by another version, or of files that can't be read.
            return null;
        }
    }

    /// <inheritdoc/>
    public void Keep(string projectPath, ImmutableArray<ProjectInfo> projects, DateTime begunAt)
    {
        try
        {
            if (!projects.All(IsKnown))
            {
                return;
            }

            // Where it is not certain what an evaluation depends on, no hash is like what is written.
            var hashes = _inputs.Find(projects).Select(inputs => inputs is var (hash, newest) && newest < begunAt ? hash : s_uncertain).ToList();
            using var writer = new RecordWriter();
            writer.Write(projects);
            var content = writer.ToArray();
            if (hashes.Exists(hash => hash != s_uncertain) && Read(content, start: 0).Zip(projects, AreSame).All(same => same))
            {
                var count = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(count, hashes.Count);
                folder.Write(EvaluationFiles.NameOf(projectPath), [.. count, .. hashes.SelectMany(hash => hash), .. content]);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file is gone or can't be read: then it is not certain what there is.
        }
    }

    static ReadOnlySpan<byte> HashIn(byte[] content, int project) =>
        content.AsSpan(sizeof(int) + (project * SHA256.HashSizeInBytes), SHA256.HashSizeInBytes);

    static ImmutableArray<ProjectInfo> Read(byte[] content, int start)
    {
        using var reader = new RecordReader(content, start);
        return reader.ReadProjects();
    }

    static bool IsKnown(ProjectInfo project) =>
        project is { CompilationOptions: CSharpCompilationOptions, ParseOptions: CSharpParseOptions, IsSubmission: false, HostObjectType: null }
        && project.MetadataReferences.All(reference => reference is PortableExecutableReference { FilePath: not null, Properties.Kind: MetadataImageKind.Assembly })
        && project.AnalyzerReferences.All(reference => reference.FullPath is not null);

    /// <summary>Whether what was read again says the same: a field of a newer compiler that is not written here makes a difference.</summary>
    static bool AreSame(ProjectInfo read, ProjectInfo given) =>
        WithoutResolvers(read.CompilationOptions!).Equals(WithoutResolvers(given.CompilationOptions!))
        && read.ParseOptions!.Equals(given.ParseOptions)
        && read.AnalyzerReferences.Select(reference => reference.FullPath).SequenceEqual(given.AnalyzerReferences.Select(reference => reference.FullPath));

    /// <summary>They know folders only, and those are made anew.</summary>
    static CompilationOptions WithoutResolvers(CompilationOptions options) => options
        .WithXmlReferenceResolver(null).WithSourceReferenceResolver(null).WithMetadataReferenceResolver(null)
        .WithAssemblyIdentityComparer(DesktopAssemblyIdentityComparer.Default).WithStrongNameProvider(null).WithConcurrentBuild(true);
}
