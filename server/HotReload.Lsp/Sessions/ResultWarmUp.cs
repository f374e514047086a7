using System.Text.Json;
using HotReload.Core.Buffers;
using HotReload.Core.Reload;
using HotReload.Lsp.Protocol;

namespace HotReload.Lsp.Sessions;

/// <summary>Writes a report to nowhere, so that the first real one does not wait for the serializer's code.</summary>
internal static class ResultWarmUp
{
    public static void Run()
    {
        var place = new TextRange(new(1, 0), new(1, 1));
        var result = new ReloadResult(
            1, "warm-up", new(1), ReloadCause.Save, 1, ReloadOutcome.Applied, "", PhaseTimings.Zero,
            [new(1, [new(Guid.Empty, "", ModuleOutcome.Applied, 1, null)], [new("", "")], 0, 0, 0, null)],
            [new("method", "", MemberChange.Updated, "", place)],
            [new("", DiagnosticSeverity.Warning, "", null, place, null)],
            DeltaSizes.Zero, new StateSummary(StateFate.Kept, [new("", StateFate.Kept, null)]));
        JsonSerializer.SerializeToUtf8Bytes(result, ProtocolJson.Default.ReloadResult);
    }
}
