using HotReload.Engine.Loading;
using HotReload.UnitTests.Support;
using Microsoft.CodeAnalysis;

namespace HotReload.UnitTests.Engine.Loading;

/// <summary>A program with a reference to a project that has an output of its own. What they are made of does not matter: any assembly will do.</summary>
sealed class ProgramFolder : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly AdhocWorkspace _workspace = new();
    readonly Solution _solution;
    readonly ProjectId _startup;

    public ProgramFolder()
    {
        var (app, lib) = (Create("App"), Create("Lib"));
        _startup = app.Id;
        _solution = _workspace.CurrentSolution.AddProject(lib).AddProject(app.WithProjectReferences([new(lib.Id)]));
        Build("App", typeof(ProgramFolder));
    }

    /// <summary>Writes a project's output.</summary>
    public void Build(string project, Type from) => _folder.Write($"{project}/{project}.dll", File.ReadAllBytes(from.Assembly.Location));

    /// <summary>Puts it beside the program.</summary>
    public void Copy(string project) => File.Copy(_folder.At($"{project}/{project}.dll"), _folder.At($"App/{project}.dll"));

    public IReadOnlyList<string> FindFaults() => [.. BaselineCheck.CheckCopies(_solution, _startup).Select(fault => fault.Reason)];

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    ProjectInfo Create(string name) =>
        ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp, outputFilePath: _folder.At($"{name}/{name}.dll"));
}
