using System.Collections;
using static HotReload.Engine.EditAndContinue.RoslynFields;

namespace HotReload.Engine.EditAndContinue;

/// <summary>
/// The compiler notes for each asynchronous method and iterator which number its next place to wait at gets. For one that came in a delta it does not:
/// the second <c>await</c> in it would get the number of the first, and the program would never come past it. So what is missing is noted here.
/// </summary>
/// <remarks>Where a field of Roslyn's is missing, nothing is changed and nothing fails.</remarks>
internal sealed class AddedStates(BaselineChain chain)
{
    readonly HashSet<(object? Module, object Method)> _known = [];

    /// <summary>Notes it for what has come since the last call. The service must be idle.</summary>
    public void Note()
    {
        foreach (var baseline in chain.Newest())
        {
            if (Read(baseline, "AddedOrChangedMethods") is not IDictionary { IsReadOnly: false } methods)
            {
                continue;
            }

            var module = Read(baseline, "<ModuleVersionId>k__BackingField") ?? Read(baseline, "ModuleVersionId");
            foreach (var method in methods.Keys.Cast<object>().Where(method => _known.Add((module, method))).ToList())
            {
                if (methods[method] is { } info && Find(info, "StateMachineStates") is { } field && field.GetValue(info) is { } states && Note(states))
                {
                    field.SetValue(info, states);
                    methods[method] = info;
                }
            }
        }
    }

    /// <summary>Takes the numbers that are in use for a method; none where it does not wait anywhere.</summary>
    static bool Note(object states)
    {
        if (Find(states, "FirstUnusedIncreasingStateMachineState") is not { } next || next.GetValue(states) is not null
            || Read(states, "States") is not IEnumerable used || used.GetType().GetProperty("IsDefaultOrEmpty")?.GetValue(used) is not false
            || Nullable.GetUnderlyingType(next.FieldType) is not { IsEnum: true } number)
        {
            return false;
        }

        var highest = used.Cast<object>().Max(state => Convert.ToInt32(Read(state, "StateNumber"), null));
        next.SetValue(states, Enum.ToObject(number, highest + 1));
        return true;
    }
}
