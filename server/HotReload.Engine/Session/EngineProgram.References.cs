using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using HotReload.Engine.References;

namespace HotReload.Engine.Session;

/// <content>References that come while the program runs.</content>
public sealed partial class EngineProgram
{
    /// <summary>What the program was built with. It is read when the session starts: a restore by hand overwrites it.</summary>
    Task<RestoredPackages?> _packages = Task.FromResult<RestoredPackages?>(null);

    /// <summary>Full paths of the projects that the program which runs was built without, and that have to be built yet.</summary>
    /// <param name="fresh">See <see cref="FindAddedAsync"/>.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<ImmutableArray<string>> FindUnbuiltAsync(EngineProgram fresh, CancellationToken cancellationToken)
    {
        var known = ProjectFiles.ToHashSet(PathIdentity.Comparer);
        var added = fresh._solution.Projects.Where(project => project.FilePath is { } path && !known.Contains(path));
        var faults = await BaselineCheck.CheckAsync(added, fresh._readings, cancellationToken);
        return [.. faults.Select(fault => fresh._solution.GetProject(fault.Project)!.FilePath!).Distinct(PathIdentity.Comparer)];
    }

    /// <summary>What its projects refer to now and the program that runs was built without.</summary>
    /// <param name="fresh">The same projects, loaded anew; what they refer to is built.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>It, or why only a build takes it in, as a sentence.</returns>
    public async Task<(AddedReferences? Added, string? Obstacle)> FindAddedAsync(EngineProgram fresh, CancellationToken cancellationToken)
    {
        if (await _packages is not { } before || RestoredPackages.Read(fresh.Startup.FilePath!) is not { } now || _solution.Projects.Any(BrowserProjects.IsClient))
        {
            return (null, $"{AssemblyName} is built for several frameworks or systems, or for browsers.");
        }

        var (packages, obstacle) = now.FindAdded(before);
        if (obstacle is not null)
        {
            return (null, obstacle);
        }

        var found = await new ReferenceChange(_solution, fresh._solution, Path.Combine(_options.SessionFolder, "references")).FindAsync(packages, cancellationToken);
        if (found.Added is not null)
        {
            _packages = Task.FromResult<RestoredPackages?>(now);
        }

        return found;
    }

    /// <summary>Takes them in: the files of projects among them are the program's, too.</summary>
    public void Add(AddedReferences added) => (_solution, _latest) = (added.AddTo(_solution), added.AddTo(_latest));

    void NotePackages()
    {
        var project = Startup.FilePath!;
        _packages = Task.Run(() => RestoredPackages.Read(project));
    }
}
