using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>
/// Compiles a whole project in memory, without its symbols. Where nobody waits for it, on the one thread that it was given: the compiler
/// would take all others as well, at the priority of the user's own work.
/// </summary>
internal static class FullEmit
{
    /// <returns>What became of each member; null and the errors where the text does not compile.</returns>
    public static (IReadOnlyDictionary<string, MemberDigest>? Members, ImmutableArray<Diagnostic> Errors) Run(
        Compilation compilation, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();

        // Not the compilation itself: the compiler keeps in it what it has named while emitting, and the service emits a difference from it.
        var isHurried = TaskScheduler.Current == TaskScheduler.Default;
        var own = compilation.Clone().WithOptions(compilation.Options.WithConcurrentBuild(isHurried));
        var result = own.Emit(image, cancellationToken: cancellationToken);
        return result.Success
            ? (ImageDigest.Read(ImmutableCollectionsMarshal.AsImmutableArray(image.ToArray())), [])
            : (null, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }
}
