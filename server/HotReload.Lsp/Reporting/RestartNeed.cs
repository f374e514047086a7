using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Reporting;

/// <summary>A session whose program must be restarted before a change takes effect.</summary>
/// <param name="Session">Its id.</param>
/// <param name="Name">What people call its program.</param>
/// <param name="Reasons">What in the source asks for it; empty where it is nothing in the source.</param>
internal sealed record RestartNeed(string Session, string Name, ImmutableArray<ReloadDiagnostic> Reasons);
