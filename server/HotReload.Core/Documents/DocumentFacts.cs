using HotReload.Core.Reload;
using HotReload.Core.Speculation;

namespace HotReload.Core.Documents;

/// <summary>The texts of one file along the way from the screen to the program. Equal texts are equal, whenever they were sent.</summary>
/// <param name="Live">What the user sees; null when the file is gone.</param>
/// <param name="Published">What the next reload is made from.</param>
/// <param name="Attempted">What the last reload was made from.</param>
/// <param name="Running">What the program runs; null when it does not have the file.</param>
/// <param name="Outcome">How the last reload ended; null while it goes on.</param>
/// <param name="Activity">Whether another reload is on its way.</param>
public sealed record DocumentFacts(
    string? Live, string? Published, string? Attempted, string? Running, ReloadOutcome? Outcome, ReloadActivity Activity)
{
    /// <summary>The published text of the file whose change was rolled back; null where it was not.</summary>
    public string? RolledBack { get; init; }

    /// <summary>What a reload of <see cref="Live"/> would come to; null where nobody knows.</summary>
    public Forecast? Forecast { get; init; }

    /// <summary>Whether what the user sees is what the next reload is made from.</summary>
    public bool IsPublished => AreSame(Live, Published);

    /// <summary>Whether the program runs what the user sees, and if not, what is in the way.</summary>
    public DocumentState State
    {
        get
        {
            // The text alone decides: an edit that was held back and then undone by hand runs.
            if (AreSame(Live, Running))
            {
                return DocumentState.Running;
            }

            if (!IsPublished)
            {
                return DocumentState.Unpublished;
            }

            if (RolledBack is not null)
            {
                return DocumentState.RolledBack;
            }

            return AreSame(Published, Attempted) && AfterAttempt() is { } state ? state
                : Activity == ReloadActivity.Busy ? DocumentState.Reloading
                : DocumentState.Unpublished;
        }
    }

    /// <summary>What an attempt with this text has come to; null where it can't have been about it.</summary>
    DocumentState? AfterAttempt() => Outcome switch
    {
        null => DocumentState.Reloading,
        ReloadOutcome.Held => DocumentState.Held,
        ReloadOutcome.RestartRequired or ReloadOutcome.Failed => DocumentState.RestartRequired,
        _ => null,
    };

    /// <summary>A byte order mark is how a file is written, not what it says: some clients send it and no compiler reads it.</summary>
    static bool AreSame(string? left, string? right) =>
        left is null || right is null
            ? left == right
            : left.AsSpan().TrimStart('\uFEFF').SequenceEqual(right.AsSpan().TrimStart('\uFEFF'));
}
