namespace HotReload.Engine.Baselines;

/// <summary>An assembly of a program.</summary>
/// <param name="Project">What the project is called; of one with several frameworks, the framework in brackets after the name.</param>
/// <param name="Assembly">Full path of the session's own copy, its PDB beside it.</param>
/// <param name="ModuleId">Its module version id.</param>
public sealed record BaselineModule(string Project, string Assembly, Guid ModuleId);
