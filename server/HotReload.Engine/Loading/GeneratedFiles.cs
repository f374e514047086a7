using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// Fixes where the files of generators lie, though nobody writes them there. The compiler makes names from those paths (a
/// file-local type has a hash of it in its own), and Roslyn takes them to be where the assembly is: with a copy of the assembly as
/// baseline, or an emitted one, it would look for types that the program does not have.
/// </summary>
internal static class GeneratedFiles
{
    /// <summary>The solution with the paths that the build's compiler uses.</summary>
    public static Solution Pin(Solution solution)
    {
        foreach (var project in solution.Projects)
        {
            var output = project.CompilationOutputInfo;
            if (output.GeneratedFilesOutputDirectory is null && Path.GetDirectoryName(output.AssemblyPath) is { } folder)
            {
                solution = solution.WithProjectCompilationOutputInfo(project.Id, output.WithGeneratedFilesOutputDirectory(folder));
            }
        }

        return solution;
    }
}
