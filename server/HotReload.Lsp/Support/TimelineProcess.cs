using System.Collections.Immutable;
using HotReload.Core.Reload;

namespace HotReload.Lsp.Support;

/// <summary>What one process made of a reload.</summary>
internal sealed record TimelineProcess(
    double TransportMilliseconds, double ApplyMilliseconds, double HandlersMilliseconds, ImmutableArray<ModuleOutcome> Modules, int HandlersThatThrew, bool Answered)
{
    /// <summary>What may be told of it: not what its handlers threw, which is the program's own text.</summary>
    public static TimelineProcess Of(ProcessReload process) => new(
        process.TransportMilliseconds, process.ApplyMilliseconds, process.HandlersMilliseconds,
        [.. process.Modules.Select(module => module.Outcome)], process.HandlerFailures.Length, process.Error is null);
}
