using Microsoft.CodeAnalysis;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The service itself throws over some edits. Its session goes on as if such an edit had not been tried, so what is lost is the delta: a
/// restart brings the program to its text.
/// </summary>
internal static class GuardedAnalysis
{
    /// <summary>Compares a solution with the baseline. What the service throws is an answer that asks for a restart.</summary>
    /// <param name="service">The service.</param>
    /// <param name="solution">What the program is to run.</param>
    /// <param name="startup">The project that runs.</param>
    /// <param name="describe">What the user is told of what it throws.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<EncUpdates> RunAsync(
        IEncService service, Solution solution, ProjectId startup, Func<Exception, Diagnostic> describe, CancellationToken cancellationToken)
    {
        try
        {
            return await service.GetUpdatesAsync(solution, [startup], cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(EncStatus.NoChange, [], [describe(exception)], [], [startup], []);
        }
    }
}
