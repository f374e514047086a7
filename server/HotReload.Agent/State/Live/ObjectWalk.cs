using System.Diagnostics;

namespace HotReload.Agent.State.Live;

/// <summary>
/// Looks at every object that can be reached from some roots, for a limited time. It goes on beside the program, which it does not
/// stop: objects that come and go meanwhile may or may not be seen.
/// </summary>
/// <param name="fields">What is known of the types.</param>
/// <param name="budget">The longest that it may take.</param>
sealed class ObjectWalk(ReachableFields fields, TimeSpan budget)
{
    /// <summary>How many objects are looked at between two looks at the clock.</summary>
    const int ClockInterval = 256;

    readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    readonly Stack<object> _waiting = [];
    readonly long _started = Stopwatch.GetTimestamp();
    int _steps;

    /// <summary>How many objects were seen.</summary>
    public int Seen => _seen.Count;

    /// <summary>Whether the walk came to its end in time.</summary>
    public bool Complete { get; private set; } = true;

    /// <summary>Goes on from a root.</summary>
    /// <returns>Whether there is time for more.</returns>
    public bool From(object? root, Action<object> visit)
    {
        Add(root);
        while (_waiting.TryPop(out var next))
        {
            if (++_steps % ClockInterval == 0 && Stopwatch.GetElapsedTime(_started) > budget)
            {
                Complete = false;
                _waiting.Clear();
            }
            else
            {
                Open(next, visit);
            }
        }

        return Complete;
    }

    void Add(object? value)
    {
        if (value is not null and not string && (value is ValueType || _seen.Add(value)))
        {
            _waiting.Push(value);
        }
    }

    void Open(object value, Action<object> visit)
    {
        if (value is not ValueType)
        {
            visit(value);
        }

        if (value is Array array)
        {
            AddItems(array);
            return;
        }

        foreach (var field in fields.Of(value.GetType()))
        {
            Add(field.GetValue(value));
        }
    }

    void AddItems(Array array)
    {
        if (array is object?[] references)
        {
            foreach (var item in references)
            {
                Add(item);
            }
        }
        else if (fields.Leads(array.GetType().GetElementType()!))
        {
            foreach (var item in array)
            {
                Add(item);
            }
        }
    }
}
