using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Engine.Loading;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Baselines;

/// <summary>Describes a solution that a program runs, and makes one again by a description.</summary>
internal static class BaselineRecord
{
    /// <summary>The description of a session's baseline.</summary>
    /// <param name="solution">Its outputs are the session's own copies.</param>
    /// <param name="outputFolder">See <see cref="ProgramBaseline.OutputFolder"/>.</param>
    public static ProgramBaseline Describe(Solution solution, string? outputFolder)
    {
        var modules = solution.Projects
            .Where(project => project.CompilationOutputInfo.AssemblyPath is { } path && File.Exists(path))
            .Select(project => new BaselineModule(
                project.Name, project.CompilationOutputInfo.AssemblyPath!, BaselineCheck.ReadMvid(project.CompilationOutputInfo.AssemblyPath!)));
        var texts = ImmutableDictionary.CreateBuilder<string, string>(PathIdentity.Comparer);
        foreach (var document in solution.Projects.SelectMany(TextPinning.In))
        {
            if (document.FilePath is { } path && document.TryGetText(out var text))
            {
                texts[path] = text.ToString();
            }
        }

        return new(outputFolder, [.. modules], texts.ToImmutable());
    }

    /// <summary>The loaded projects as they were when the program was started.</summary>
    /// <returns>Why they can't be made so, as a sentence; else the solution.</returns>
    public static (Solution? Solution, string? Reason) Lay(Solution loaded, ProgramBaseline baseline)
    {
        var solution = loaded;
        foreach (var module in baseline.Modules)
        {
            if (loaded.Projects.FirstOrDefault(project => project.Name == module.Project) is not { } project)
            {
                return (null, $"{module.Project} is no part of the program any more.");
            }

            if (BaselineCheck.ReadMvid(module.Assembly) != module.ModuleId)
            {
                return (null, $"The session's copy of {module.Project} is gone.");
            }

            solution = solution.WithProjectCompilationOutputInfo(
                project.Id, project.CompilationOutputInfo.WithAssemblyPath(module.Assembly));
        }

        foreach (var document in loaded.Projects.SelectMany(TextPinning.In).Where(document => document.FilePath is not null))
        {
            solution = baseline.Texts.TryGetValue(document.FilePath!, out var text)
                ? SetText(solution, document, text)
                : Remove(solution, document.Id);
        }

        var there = loaded.Projects.SelectMany(TextPinning.In).Select(document => document.FilePath).OfType<string>().ToHashSet(PathIdentity.Comparer);
        return baseline.Texts.Keys.FirstOrDefault(path => !there.Contains(path)) is { } missing
            ? (null, $"{missing} was part of the program when it was started, and is no part of its project any more.")
            : (DormantGenerators.Settle(solution), null);
    }

    static Solution SetText(Solution solution, TextDocument document, string text) => document.TryGetText(out var old)
        ? TextPinning.SetText(solution, document.Id, Overlay.TextChanges.Replace(old, text))
        : solution;

    static Solution Remove(Solution solution, DocumentId id) =>
        solution.ContainsDocument(id) ? solution.RemoveDocument(id)
        : solution.ContainsAdditionalDocument(id) ? solution.RemoveAdditionalDocument(id)
        : solution.RemoveAnalyzerConfigDocument(id);
}
