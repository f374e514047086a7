using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HotReload.Engine.Sdk;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HotReload.Engine.Evaluations;

/// <summary>
/// Evaluations in a folder of the user's, each with a hash of all that it depends on. What is not certain is evaluated again: an
/// evaluation costs a second, a wrong one the user's trust.
/// </summary>
/// <param name="folder">Where they are kept.</param>
/// <param name="sdk">The SDK that evaluates.</param>
/// <param name="time">Tells when an evaluation begins.</param>
internal sealed class CachedEvaluations(CacheFolder folder, SdkInstallation sdk, TimeProvider time) : IEvaluations
{
    readonly EvaluationInputs _inputs = new(sdk);

    /// <inheritdoc/>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public ImmutableArray<ProjectInfo>? Find(string projectPath)
    {
        try
        {
            return folder.Read(NameOf(projectPath)) is { Length: > SHA256.HashSizeInBytes } content
                && Read(content, SHA256.HashSizeInBytes) is { Length: > 0 } projects
                && _inputs.Find(projects) is var (hash, _) && hash.AsSpan().SequenceEqual(content.AsSpan(0, SHA256.HashSizeInBytes))
                ? projects
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or FormatException or BadImageFormatException)
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
            if (!projects.All(IsKnown) || _inputs.Find(projects) is not var (hash, newest) || newest >= begunAt)
            {
                return;
            }

            using var writer = new RecordWriter();
            writer.Write(projects);
            var content = writer.ToArray();
            if (Read(content, start: 0).Zip(projects, AreSame).All(same => same))
            {
                folder.Write(NameOf(projectPath), [.. hash, .. content]);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file is gone or can't be read: then it is not certain what there is.
        }
    }

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

    static string NameOf(string projectPath) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(projectPath)))[..32];
}
