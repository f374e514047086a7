using HotReload.Engine.EditAndContinue;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Session;

/// <summary>
/// Asks the service one question after the other. It wants each of its answers that has deltas to be committed or dropped before the next.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="startup">The project that runs.</param>
internal sealed class EncQuestions(IEncService service, ProjectId startup)
{
    bool _isHeld;
    bool _isRestated;

    /// <summary>Compares a solution with what the program runs.</summary>
    /// <param name="before">What the program runs, or the same program declared otherwise.</param>
    /// <param name="isRestated">Whether it is that.</param>
    /// <param name="solution">What it is to run.</param>
    /// <param name="describe">What the user is told of what the service throws.</param>
    /// <param name="cancellationToken">Leaves nothing held.</param>
    /// <returns>The answer; one that asks for a restart where the service takes no other declarations.</returns>
    public async Task<EncUpdates> AskAsync(
        Solution before, bool isRestated, Solution solution, Func<Exception, Diagnostic> describe, CancellationToken cancellationToken)
    {
        Drop();
        if ((isRestated || _isRestated) && !service.Restate(before))
        {
            return EncUpdates.None with { ProjectsToRestart = [startup] };
        }

        _isRestated = isRestated;
        var updates = await GuardedAnalysis.RunAsync(service, solution, startup, describe, cancellationToken);
        _isHeld = updates.Status == EncStatus.Ready;
        return updates;
    }

    /// <summary>The program runs what was answered.</summary>
    public void Commit()
    {
        _isRestated = false;
        End(service.Commit);
    }

    /// <summary>The program does not run it.</summary>
    public void Drop() => End(service.Discard);

    void End(Action end)
    {
        if (_isHeld)
        {
            end();
            _isHeld = false;
        }
    }
}
