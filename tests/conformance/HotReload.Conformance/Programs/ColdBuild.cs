using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;

namespace HotReload.Conformance.Programs;

/// <summary>What a build of some text makes of it, in a fresh process: what a reload is measured by.</summary>
/// <param name="Errors">The compiler's errors; empty where the program was built.</param>
/// <param name="Output">What it answers; null where it could not be built or ended by itself.</param>
/// <param name="Loss">Why it gave no answer although it was built.</param>
sealed record ColdBuild(ImmutableArray<ReloadDiagnostic> Errors, string? Output, string? Loss)
{
    /// <summary>Builds and asks.</summary>
    public static async Task<ColdBuild> RunAsync(ProjectTemplate template, Snapshot text, CancellationToken cancellationToken)
    {
        using var engine = template.Fork();
        var emitted = await engine.EmitAsync(text, cancellationToken);
        if (!emitted.Succeeded)
        {
            return new(emitted.Errors, null, emitted.BuildReason);
        }

        try
        {
            await using var program = await ProbedProgram.StartAsync(engine.OutputAssembly!, () => [], cancellationToken);
            return new([], await program.AskAsync(cancellationToken), null);
        }
        catch (ProgramLostException exception)
        {
            return new([], null, exception.Message);
        }
    }
}
