using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <content>The files that make the program.</content>
public sealed partial class EngineProgram
{
    /// <summary>Full paths of the loaded projects' files; of a file-based program, the file itself.</summary>
    public ImmutableArray<string> ProjectFiles => [.. Evaluated.Select(path => path == _options.File?.ProjectPath ? _options.File.Path : path)];

    /// <summary>Full paths of the source files outside of those projects' folders, packages' files aside: nobody edits those.</summary>
    public ImmutableArray<string> LinkedFiles
    {
        get
        {
            var folders = ProjectFiles.Select(path => Path.GetDirectoryName(path) + Path.DirectorySeparatorChar).ToList();
            return [.. DiskTexts.Files(_solution)
                .Where(path => !folders.Any(folder => path.StartsWith(folder, PathIdentity.Comparison)) && !PackageCache.Holds(path))];
        }
    }

    /// <summary>Full paths of the source files of projects in other languages, which only a build compiles.</summary>
    public ImmutableArray<string> ForeignFiles =>
        [.. _solution.Projects.Where(project => project.Language != LanguageNames.CSharp).SelectMany(project => project.Documents).Select(document => document.FilePath).OfType<string>()];

    /// <summary>Full paths of what generators and analyzers read beside the source, packages' files aside.</summary>
    public ImmutableArray<string> AdditionalFiles =>
    [
        .. _solution.Projects.SelectMany(project => project.AdditionalDocuments).Select(document => document.FilePath).OfType<string>()
            .Where(path => !PackageCache.Holds(path)).Distinct(PathIdentity.Comparer),
    ];

    /// <summary>Full paths of the files that say how the loaded projects are built: those, and what MSBuild, the SDK and NuGet find by its name.</summary>
    public ImmutableArray<string> BuildFiles => [.. ProjectFiles.SelectMany(BuildInputs.FindBuildFiles).Distinct(PathIdentity.Comparer)];

    /// <summary>Full paths of the files that only a build takes in: what it embeds, and what it makes other text from.</summary>
    public ImmutableArray<string> BuiltFiles => [.. Named.SelectMany(files => files.Built).Distinct(PathIdentity.Comparer)];

    /// <summary>Full paths of the files that a build copies beside the program.</summary>
    public ImmutableArray<string> CopiedFiles => [.. Named.SelectMany(files => files.Copied).Select(file => file.Source).Distinct(PathIdentity.Comparer)];

    /// <summary>Full paths of the files that a restore writes and the build reads.</summary>
    public ImmutableArray<string> RestoreFiles => [.. Evaluated.Select(BuildInputs.FindAssets).Where(File.Exists)];

    IEnumerable<NamedFiles> Named => ProjectFiles.Select(_readings.Of);

    IEnumerable<string> Evaluated => _solution.Projects.Select(project => project.FilePath).OfType<string>().Distinct(PathIdentity.Comparer);
}
