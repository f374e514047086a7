using HotReload.Core.Buffers;
using HotReload.Engine.Loading;

namespace HotReload.Engine.Emit;

/// <summary>Does for a changed file what a build does that copies it beside the program.</summary>
internal static class CopiedContent
{
    /// <summary>Copies a file wherever one of some projects has it copied.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="projects">What the projects name.</param>
    /// <param name="output">The folder that the program runs from.</param>
    /// <returns>Full path of the copy; null where no project asks for one.</returns>
    /// <exception cref="IOException">It can't be copied.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be copied.</exception>
    public static string? Copy(string path, IEnumerable<NamedFiles> projects, string output)
    {
        var copy = projects.SelectMany(project => project.Copied)
            .FirstOrDefault(file => string.Equals(file.Source, path, PathIdentity.Comparison));
        if (copy is null || !File.Exists(path))
        {
            return null;
        }

        var target = Path.Combine(output, copy.Target);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        // What lies there may be a link to the build's own copy, which must not be written through.
        File.Delete(target);
        File.Copy(path, target);
        return target;
    }
}
