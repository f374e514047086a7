using System.Collections;
using System.Reflection;
using HotReload.Engine.Overlay;
using Microsoft.CodeAnalysis;
using static HotReload.Engine.EditAndContinue.RoslynFields;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// What the service holds an edit against: the text that it has committed last. Another one can take its place; the metadata that deltas are made for
/// stays that of what the program runs.
/// </summary>
/// <remarks>Where a field of Roslyn's is missing, nothing is replaced and nothing fails.</remarks>
internal static class CommittedText
{
    /// <summary>That a document is what the program was built with. The service would look for itself, in the symbols, and not find this one there.</summary>
    const string Known = "MatchesBuildOutput";

    /// <summary>Replaces it.</summary>
    /// <param name="sessions">The service's sessions.</param>
    /// <param name="solution">With the same documents.</param>
    /// <returns>Whether it was.</returns>
    public static bool Replace(List<object> sessions, Solution solution)
    {
        var texts = sessions.Select(session => Of(Read(session, "LastCommittedSolution"))).ToList();
        if (texts.Contains(null))
        {
            return false;
        }

        foreach (var (committed, field, states, known) in texts.OfType<Text>())
        {
            foreach (var id in SolutionChange.Find((Solution)field.GetValue(committed)!, solution).Documents)
            {
                states[id] = known;
            }

            field.SetValue(committed, solution);
        }

        return true;
    }

    sealed record Text(object Committed, FieldInfo Solution, IDictionary States, object Known);

    static Text? Of(object? committed) =>
        committed is not null && Find(committed, "_solution") is { } field && field.GetValue(committed) is Solution
        && Read(committed, "_documentState") is IDictionary states && states.GetType().GetGenericArguments() is [_, { IsEnum: true } state]
        && Enum.TryParse(state, Known, out var known)
            ? new(committed, field, states, known!)
            : null;
}
