namespace HotReload.Agent.State.Checks;

/// <summary>One look at a place: how far it went, and one number that stands for all that it has read.</summary>
sealed class PlaceLook(CheckedPlace place, CheckedFields fields)
{
    // Any odd number with bits all over does.
    const long Factor = unchecked((long)0x9E3779B97F4A7C15);

    readonly IEnumerator<long> _numbers = new PlaceReading(fields).Read(place.Value).GetEnumerator();
    long _sum;

    /// <summary>The place.</summary>
    public CheckedPlace Place => place;

    /// <summary>How many values were read.</summary>
    public int Values { get; private set; }

    /// <summary>Whether there is nothing more to be read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Goes on for some values.</summary>
    /// <returns>Whether it has come to its end.</returns>
    public bool Read(int values)
    {
        for (var i = 0; i < values && !IsComplete; i++)
        {
            if (_numbers.MoveNext())
            {
                _sum = unchecked((long)System.Numerics.BitOperations.RotateLeft((ulong)_sum, 13) ^ _numbers.Current) * Factor;
                Values++;
            }
            else
            {
                IsComplete = true;
            }
        }

        return IsComplete;
    }

    /// <summary>Looks again, as far as the first look went, and says whether all is as it was then.</summary>
    public bool IsSameNow(CheckedFields now)
    {
        var again = new PlaceLook(place, now);
        again.Read(Values);
        return again.Values == Values && again._sum == _sum && (!IsComplete || again.Read(1));
    }
}
