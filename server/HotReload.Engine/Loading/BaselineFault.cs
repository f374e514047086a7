using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Loading;

/// <summary>Why the last build of a project can't be the baseline.</summary>
/// <param name="Project">The project.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="NeedsBuild">Whether only a build can mend it; else it is text, which can be compiled in memory.</param>
internal sealed record BaselineFault(ProjectId Project, string Reason, bool NeedsBuild);
