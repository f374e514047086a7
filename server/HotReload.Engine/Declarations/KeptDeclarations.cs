using HotReload.Core.Reload;
using HotReload.Engine.Declarations.Constants;
using HotReload.Engine.Declarations.Fields;
using HotReload.Engine.Declarations.Interfaces;
using HotReload.Engine.Session;
using Microsoft.CodeAnalysis;

namespace HotReload.Engine.Declarations;

/// <summary>
/// The declarations that the program keeps while its text has others: no runtime changes them, and its code does without. The edit analysis sees them
/// as the program has them.
/// </summary>
/// <param name="compilation">Compiles what is looked for.</param>
internal sealed class KeptDeclarations(BoundedCompilation compilation)
{
    readonly HeldConstants _constants = new(compilation);

    /// <summary>A solution as the analysis is to see it; the same where there is nothing to be kept.</summary>
    /// <param name="before">What the program runs, as the analysis has seen it.</param>
    /// <param name="formerText">The same as the user wrote it.</param>
    /// <param name="wanted">What it is to run.</param>
    /// <param name="text">The same as he wrote it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>It, and why the program must be started anew instead.</returns>
    public async Task<(Solution Laid, ReloadDiagnostic? Reason)> LayAsync(Solution before, Solution formerText, Solution wanted, Solution text, CancellationToken cancellationToken)
    {
        if (wanted == text && await HeldElsewhere.CarryAsync(before, formerText, text, cancellationToken) is { } carried)
        {
            return (carried, null);
        }

        var (withNames, clash) = await HeldFields.NameAsync(before, formerText, wanted, text, cancellationToken);
        var withFields = await HeldFields.LayAsync(before, withNames, cancellationToken);
        var withMembers = await GoneMembers.LayAsync(before, withFields, cancellationToken);
        var withInterfaces = await AddedMembers.LayAsync(before, withMembers, cancellationToken);
        return (await _constants.LayAsync(before, withInterfaces, cancellationToken), clash);
    }

    /// <summary>What is to be said of those that an edit has changed.</summary>
    /// <param name="before">What the program runs, as the user wrote it.</param>
    /// <param name="wanted">What it is to run, as he wrote it.</param>
    /// <param name="laid">The same as the analysis saw it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<ReloadDiagnostic>> FindNotesAsync(Solution before, Solution wanted, Solution laid, CancellationToken cancellationToken) =>
        wanted == laid ? [] :
        [
            .. await HeldConstants.FindNotesAsync(before, wanted, laid, cancellationToken),
            .. await HeldFields.FindNotesAsync(before, wanted, laid, cancellationToken),
            .. await GoneMembers.FindNotesAsync(before, wanted, laid, cancellationToken),
            .. await AddedMembers.FindNotesAsync(before, wanted, laid, cancellationToken),
        ];
}
