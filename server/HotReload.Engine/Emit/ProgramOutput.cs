using System.Collections.Immutable;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Emit;

/// <summary>Where a program runs from: the build's own output, or the newest folder of what was emitted.</summary>
/// <param name="startup">The project that is run.</param>
/// <param name="readings">What the projects name.</param>
internal sealed class ProgramOutput(ProjectId startup, ProjectReadings readings) : IDisposable
{
    OutputFolder? _current;
    OutputFolder? _previous;

    /// <summary>The assembly to run.</summary>
    public string? AssemblyOf(Solution solution) => solution.GetProject(startup)!.OutputFilePath is { } built && _current is not null
        ? Path.Combine(_current.FullPath, Path.GetFileName(built))
        : solution.GetProject(startup)!.OutputFilePath;

    /// <summary>The folder of what was emitted last; null where the program runs from the build's.</summary>
    public string? Folder => _current?.FullPath;

    /// <summary>Takes over the folder of a program that another server has started.</summary>
    /// <returns>Why it can't be, as a sentence; null where it could, or where there is none.</returns>
    public string? Adopt(string? folder)
    {
        _current = folder is null ? null : OutputFolder.TryAdopt(folder);
        return folder is null || _current is not null ? null : $"{folder}, which the program runs from, is gone.";
    }

    /// <summary>Makes a new output folder. What runs from the one before is not touched.</summary>
    /// <param name="built">The solution as it was loaded: its outputs are those of the last build.</param>
    /// <param name="wanted">The text to build, its outputs those of the last build or emit.</param>
    /// <param name="changed">The projects whose text differs from their outputs.</param>
    /// <param name="cancellationToken">Leaves everything as it was.</param>
    public async Task<(EmitReport Report, Solution Solution)> EmitAsync(
        Solution built, Solution wanted, ImmutableArray<ProjectId> changed, CancellationToken cancellationToken)
    {
        if (FindBuildReason(built, changed) is { } reason)
        {
            return (EmitReport.NeedsBuild(reason), wanted);
        }

        if (changed.IsEmpty)
        {
            return (EmitReport.Done, wanted);
        }

        var folder = OutputFolder.Create(Path.GetDirectoryName(built.GetProject(startup)!.CompilationOutputInfo.AssemblyPath!)!);
        var kept = false;
        try
        {
            var (solution, errors) = await ShadowBuild.RunAsync(wanted, built, changed, startup, folder, cancellationToken);
            kept = solution is not null;
            if (kept)
            {
                (_previous, _current) = (_current, folder);
            }

            return (new(null, errors), solution ?? wanted);
        }
        finally
        {
            if (!kept)
            {
                folder.Dispose();
            }
        }
    }

    /// <summary>Removes the folder of a program that has ended.</summary>
    public void DropPrevious()
    {
        _previous?.Dispose();
        _previous = null;
    }

    public void Dispose()
    {
        DropPrevious();
        _current?.Dispose();
        _current = null;
    }

    string? FindBuildReason(Solution built, ImmutableArray<ProjectId> changed) =>
        built.Projects.Select(project => BuildInputs.FindBuildReason(project, readings)).FirstOrDefault(reason => reason is not null)
        ?? ShadowBuild.FindBuildReason(built, changed, startup);
}
