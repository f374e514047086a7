using HotReload.Agent.Contract;

namespace HotReload.Agent.State.Capture;

/// <summary>Collects what there is to say, once for each place and reason.</summary>
sealed class StateNotes
{
    /// <summary>How many different things are said of one capture or restore; what comes after is counted with the last.</summary>
    public const int MaxNotes = 200;

    readonly Dictionary<(string Type, string Member, AgentStateFate Fate, string? Reason), int> _notes = [];

    /// <summary>Everything that was said, in its order.</summary>
    public AgentStateItem[] Items
    {
        get
        {
            var items = new List<AgentStateItem>(_notes.Count);
            foreach (var (note, objects) in _notes)
            {
                items.Add(new(note.Type, note.Member, note.Fate, note.Reason, objects));
            }

            return items.ToArray();
        }
    }

    /// <summary>Says what became of something.</summary>
    /// <param name="type">The type's name; see <see cref="Types.TypeNames"/>.</param>
    /// <param name="member">The member.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="objects">How many objects it happened to.</param>
    public void Add(string type, string member, AgentStateFate fate, string? reason, int objects = 1)
    {
        var key = (Types.TypeNames.Plain(type), member, fate, reason);
        if (_notes.TryGetValue(key, out var before))
        {
            _notes[key] = before + objects;
        }
        else if (_notes.Count < MaxNotes)
        {
            _notes.Add(key, objects);
        }
    }
}
