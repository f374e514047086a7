using HotReload.Conformance.Cases;
using HotReload.Core.Buffers;

namespace HotReload.Conformance.Programs;

/// <summary>The text of a case's program, as a user's editor holds it: none of it is on disk.</summary>
sealed class CaseText
{
    readonly string _folder;

    CaseText(string folder) => _folder = folder;

    /// <summary>The text as the product knows it.</summary>
    public BufferStore Buffers { get; } = new();

    /// <summary>The text that the program is started with.</summary>
    public static CaseText Of(ConformanceCase from, ProjectTemplate template)
    {
        var text = new CaseText(template.Folder);
        foreach (var (path, content) in from.Files)
        {
            text.Set(path, content);
        }

        return text;
    }

    /// <summary>Makes an edit.</summary>
    public void Apply(CaseStep step)
    {
        foreach (var (path, content) in step.Files)
        {
            Set(path, content);
        }
    }

    /// <summary>The case has an entry point of its own.</summary>
    public void RemoveHost() => Set(ProjectTemplate.HostFile, null);

    void Set(string path, string? content) => Buffers.ChangeOnDisk(Path.GetFullPath(Path.Combine(_folder, path)), content);
}
