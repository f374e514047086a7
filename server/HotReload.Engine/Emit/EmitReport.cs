using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Engine.Emit;

/// <summary>What came of making a program's assemblies anew from memory.</summary>
/// <param name="BuildReason">Why only a build can do it, in a sentence; null where none is needed.</param>
/// <param name="Errors">The compiler's errors; the program can't be made from this text.</param>
public sealed record EmitReport(string? BuildReason, ImmutableArray<ReloadDiagnostic> Errors)
{
    /// <summary>Whether the new assemblies are there to be run.</summary>
    public bool Succeeded => BuildReason is null && Errors.IsEmpty;

    internal static EmitReport Done { get; } = new(null, []);

    internal static EmitReport NeedsBuild(string reason) => new(reason, []);
}
