using Microsoft.CodeAnalysis;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The service itself throws over some edits. Its session goes on as if such an edit had not been tried, so what is lost is the delta: a
/// restart brings the program to its text.
/// </summary>
internal static class GuardedAnalysis
{
    /// <summary>Compares a solution with the baseline. What the service throws is an answer that asks for a restart.</summary>
    public static async Task<EncUpdates> RunAsync(
        IEncService service, Solution solution, ProjectId startup, CancellationToken cancellationToken)
    {
        try
        {
            return await service.GetUpdatesAsync(solution, [startup], cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var failure = Diagnostic.Create(
                "HR1005", "HotReload", $"The SDK's analysis of the edit failed: {exception.Message}",
                DiagnosticSeverity.Warning, DiagnosticSeverity.Warning, isEnabledByDefault: true, warningLevel: 1);
            return new(EncStatus.NoChange, [], [failure], [], [startup], []);
        }
    }
}
