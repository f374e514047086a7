using System.Collections.Immutable;
using HotReload.Core.Buffers;
using HotReload.Core.Ports;
using HotReload.Core.Reload;

namespace HotReload.UnitTests.Core.Pipeline;

/// <summary>What a compiler and a program may say.</summary>
static class Changes
{
    public static Guid Module { get; } = new("6f0d1a35-8a4b-4f67-9f0e-3c1f7e7d7c01");

    public static ModuleDelta Delta { get; } = new(Module, "App", [1, 2, 3], [4, 5], [6], [0x02000002], ["Baseline"]);

    public static CompiledChange Ready(Snapshot snapshot, params ReloadDiagnostic[] diagnostics) =>
        Of(snapshot, CompileVerdict.Ready, diagnostics) with { Deltas = [Delta] };

    public static CompiledChange Of(Snapshot snapshot, CompileVerdict verdict, params ReloadDiagnostic[] diagnostics) => new(
        snapshot.Id, verdict, [], [], [.. diagnostics], StateSummary.Untouched, 1.004, 20.5, 10.25);

    public static ReloadDiagnostic Error(string code, string message, string? file = "/p/src/Cart.cs", int line = 6) =>
        new(code, DiagnosticSeverity.Error, message, file, new(new(line, 4), new(line, 9)), "App");

    public static ReloadDiagnostic Warning(string code, string message) =>
        Error(code, message) with { Severity = DiagnosticSeverity.Warning };

    public static ChangedMember Member(string name) => new("method", name, MemberChange.Updated, "/p/src/Cart.cs", default);

    public static ProcessReload Took(int processId) => Answered(processId, ModuleOutcome.Applied, null);

    public static ProcessReload Keeps(int processId) => Answered(processId, ModuleOutcome.Pending, null);

    public static ProcessReload Refused(int processId, string? reason) => Answered(processId, ModuleOutcome.Failed, reason);

    static ProcessReload Answered(int processId, ModuleOutcome outcome, string? error) => new(
        processId, ImmutableArray.Create(new ModuleReload(Module, "App", outcome, 1, error)), [], 3, 2, 1, null);
}
