using System.Collections.Immutable;
using HotReload.Core.Pipeline;
using HotReload.Core.Reload;

namespace HotReload.Core.Calls;

/// <summary>
/// Tells which changed members the program has called since their change. A member that changed again waits for a call of its newest code
/// only. Thread-safe.
/// </summary>
/// <param name="log">What the program has taken.</param>
/// <param name="report">Told of a reload's members, all at once, whose new code was called for the first time; by the reload's number.</param>
public sealed class CallTracker(GenerationLog log, Action<int, ImmutableArray<ChangedMember>> report)
{
    readonly Lock _gate = new();
    readonly Dictionary<int, Waiting> _waiting = [];
    readonly List<MethodCall> _early = [];

    /// <summary>The newest generation whose reload was reported.</summary>
    int _reported;

    /// <summary>A reload was reported.</summary>
    public void Completed(ReloadResult result)
    {
        lock (_gate)
        {
            if (result.Outcome != ReloadOutcome.Applied)
            {
                return;
            }

            var members = result.Members.Where(member => member.Calls == MemberCalls.NotYet).ToList();
            foreach (var earlier in _waiting.Values)
            {
                earlier.Members.RemoveAll(member => members.Exists(newer => IsSame(member, newer)));
            }

            foreach (var done in _waiting.Where(earlier => earlier.Value.Members.Count == 0).Select(earlier => earlier.Key).ToList())
            {
                _waiting.Remove(done);
            }

            _reported = result.Generation;
            if (members.Count > 0)
            {
                _waiting[result.Generation] = new(result.Id, members);
            }

            // The program may be quicker with a call than the server with its report.
            _early.ForEach(Take);
            _early.Clear();
        }
    }

    /// <summary>The program called a method that a generation brought.</summary>
    public void Called(MethodCall call)
    {
        lock (_gate)
        {
            if (call.Generation > _reported)
            {
                _early.Add(call);
            }
            else
            {
                Take(call);
            }
        }
    }

    void Take(MethodCall call)
    {
        if (!_waiting.TryGetValue(call.Generation, out var waiting))
        {
            return;
        }

        var called = log.Outline(call.Generation).Deltas
            .Where(delta => delta.ModuleId == call.ModuleId)
            .SelectMany(delta => delta.Methods)
            .Where(method => method.Token == call.Method)
            .Select(method => MemberLookup.Find([.. waiting.Members], method))
            .OfType<ChangedMember>()
            .Distinct()
            .ToImmutableArray();
        waiting.Members.RemoveAll(called.Contains);
        if (!called.IsEmpty)
        {
            report(waiting.Reload, [.. called.Select(member => member with { Calls = MemberCalls.Called })]);
        }
    }

    static bool IsSame(ChangedMember one, ChangedMember other) => (one.Kind, one.Name, one.File) == (other.Kind, other.Name, other.File);

    sealed record Waiting(int Reload, List<ChangedMember> Members);
}
