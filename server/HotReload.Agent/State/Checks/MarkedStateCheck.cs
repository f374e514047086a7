using System.Diagnostics;
using HotReload.Agent.Contract;
using HotReload.Agent.State.Roots;
using HotReload.Agent.State.Services;
using HotReload.Agent.State.Types;

namespace HotReload.Agent.State.Checks;

/// <summary>
/// Holds marked state just after a change against what it was just before, so that "kept" is not only assumed. The program runs on
/// between the two looks: a difference says that it is not proven, never that something is lost.
/// </summary>
sealed class MarkedStateCheck(HostWatch hosts)
{
    /// <summary>The longest that the first look takes; the second reads as much as the first.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(2);

    /// <summary>The most types of which something is said.</summary>
    public const int MaxTypes = 100;

    /// <summary>How many values of a place are read before it is another's turn: a large one must not take the time of all.</summary>
    const int Turn = 32;

    CheckedPlaces? _places;
    CheckedFields? _fields;
    Type[] _changed = [];

    /// <summary>Whether there may be anything to look at.</summary>
    public bool HasMarks => _places is { HasMarks: true };

    /// <summary>Says what counts as state. Before that nothing is looked at.</summary>
    public void Use(AgentCapture request, MarkScan marks)
    {
        _places = new(request, marks, hosts);
        _fields = new(_places);

        var places = _places.Find();
        if (_places.HasMarks)
        {
            // So that no reload waits for this code to be compiled.
            var sample = new Dictionary<string, object?> { ["number"] = 1.0, ["numbers"] = new int[1], ["pair"] = ("text", 1m) };
            Compare(Look([.. places, new(typeof(MarkedStateCheck), null, sample)]));
        }
    }

    /// <summary>Makes a change, and says what it left as it was.</summary>
    public CheckedChange Around(Func<AgentModuleReload[]> change)
    {
        var started = Stopwatch.GetTimestamp();
        var looks = _places?.Find() is { Count: > 0 } places ? Look(places) : [];
        var begun = Stopwatch.GetTimestamp();
        var modules = change();
        var changed = Stopwatch.GetTimestamp();
        var checks = looks.Count == 0 ? [] : Compare(looks);
        return new(
            modules, checks, Stopwatch.GetElapsedTime(begun, changed).TotalMilliseconds,
            (Stopwatch.GetElapsedTime(started, begun) + Stopwatch.GetElapsedTime(changed)).TotalMilliseconds);
    }

    /// <summary>Some types have changed: they may have other fields, and marks. They are looked at later.</summary>
    public void Note(Type[] changed) => _changed = changed;

    /// <summary>Looks at the types that have changed. Nobody waits for this.</summary>
    public void Learn()
    {
        if (_changed.Length > 0)
        {
            _fields?.Forget(_changed);
            _places?.Learn(_changed);
            _changed = [];
        }
    }

    List<PlaceLook> Look(List<CheckedPlace> places)
    {
        var started = Stopwatch.GetTimestamp();
        var looks = places.ConvertAll(place => new PlaceLook(place, _fields!));
        var open = new List<PlaceLook>(looks);
        do
        {
            open.RemoveAll(look => look.Read(Turn));
        }
        while (open.Count > 0 && Stopwatch.GetElapsedTime(started) < Budget);

        return looks;
    }

    AgentStateCheck[] Compare(List<PlaceLook> looks)
    {
        var types = new Dictionary<Type, TypeCheck>();
        foreach (var look in looks)
        {
            if (!types.TryGetValue(look.Place.Type, out var check))
            {
                types.Add(look.Place.Type, check = new(look.Place.Type));
            }

            check.Add(look, look.IsSameNow(_fields!));
        }

        var told = types.Values.ToList();
        told.Sort(static (one, other) => other.Outcome.CompareTo(one.Outcome));
        return told.Take(MaxTypes).Select(check => check.Result(TypeNames.Plain(TypeNames.Of(check.Type, _places!.Owns)))).ToArray();
    }
}
