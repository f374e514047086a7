using System.Collections.Immutable;
using HotReload.Core.Reload;
using Microsoft.CodeAnalysis;
using DiagnosticSeverity = HotReload.Core.Reload.DiagnosticSeverity;

namespace HotReload.Engine.Loading;

/// <summary>What went wrong while projects were loaded. It is told from the loader's own threads.</summary>
/// <param name="projectPath">Full path of the project that is run.</param>
internal sealed class LoadDiagnostics(string projectPath)
{
    readonly Lock _gate = new();
    readonly List<ReloadDiagnostic> _items = [];

    public ImmutableArray<ReloadDiagnostic> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _items];
            }
        }
    }

    public void Add(WorkspaceDiagnostic diagnostic)
    {
        if (diagnostic.Kind != WorkspaceDiagnosticKind.Failure)
        {
            return;
        }

        lock (_gate)
        {
            _items.Add(new(
                "HR1001", DiagnosticSeverity.Warning, diagnostic.Message, projectPath, default,
                Path.GetFileNameWithoutExtension(projectPath)));
        }
    }
}
