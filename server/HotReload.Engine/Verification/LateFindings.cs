using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace HotReload.Engine.Verification;

/// <summary>What comparisons found that came to their end after the program had the delta. Thread-safe.</summary>
internal sealed class LateFindings
{
    readonly ConcurrentQueue<ColdFinding> _findings = [];

    /// <summary>There is one more; raised on any thread.</summary>
    public event Action? Found;

    public bool IsEmpty => _findings.IsEmpty;

    /// <summary>Waits in the background for what a comparison finds.</summary>
    public void Await(Task<ColdFinding> comparison) => _ = AwaitAsync(comparison);

    public bool TryTake([MaybeNullWhen(false)] out ColdFinding finding) => _findings.TryDequeue(out finding);

    /// <summary>For the next one who asks.</summary>
    public void PutBack(ColdFinding finding) => _findings.Enqueue(finding);

    async Task AwaitAsync(Task<ColdFinding> comparison)
    {
        await ((Task)comparison).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (comparison.IsCompletedSuccessfully && !comparison.Result.IsEmpty)
        {
            _findings.Enqueue(comparison.Result);
            Found?.Invoke();
        }
    }
}
