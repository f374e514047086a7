using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>
/// Copies the built assemblies into the session's own folder and points the baseline there. The service reads a
/// baseline only when its project is first edited; a build by hand in the meantime must not change it.
/// </summary>
internal static class BaselineShadow
{
    public static Solution Create(Solution solution, string folder)
    {
        foreach (var project in solution.Projects)
        {
            if (project.CompilationOutputInfo.AssemblyPath is not { } built || !File.Exists(built))
            {
                continue;
            }

            var assembly = AssemblyCopy.Make(built, Path.Combine(folder, project.Id.Id.ToString("N")));
            solution = solution.WithProjectCompilationOutputInfo(
                project.Id, project.CompilationOutputInfo.WithAssemblyPath(assembly));
        }

        return solution;
    }
}
