namespace HotReload.Engine.Verification;

/// <summary>
/// An owner of attributes that nobody asks for them. Owners are coded as ECMA-335, II.24.2.6 has it (HasCustomAttribute): the number of the
/// row, shifted by five bits, and its table's tag. The table of attributes is sorted by that, so what stands there in the place of an owner
/// must come right before or after it, and before or after whatever else may have attributes.
/// </summary>
internal static class VacantOwner
{
    const int TagBits = 5;
    const int Method = 0;
    const int Type = 3;
    const int Property = 9;
    const int MethodInstance = 21;

    /// <summary>The tags of what reflection does not ask for the compiler's or a user's attributes.</summary>
    static readonly int[] s_unasked = [2, 5, 6, 8, 11, 12, 13, 15, 16, 17, 18, 20, MethodInstance];

    /// <summary>The vacant one beside another.</summary>
    /// <param name="owner">As coded; so is the answer.</param>
    public static int Beside(int owner) => (owner & ((1 << TagBits) - 1)) switch
    {
        // The last tag of the row before: an instance of a generic method, which the language gives no attributes.
        Method => (((owner >> TagBits) - 1) << TagBits) | MethodInstance,

        // A reference to a type, a declaration of security.
        Type or Property => owner - 1,

        // After a field a reference to a type, after a parameter an implemented interface (reflection does not ask for the compiler's own
        // attributes of these), after an event a signature, after an assembly a reference to one, after a type parameter its constraint.
        _ => owner + 1,
    };

    /// <summary>One that follows another and does not come after the next; null where there is no room between the two.</summary>
    /// <param name="owner">As coded; so is the answer.</param>
    /// <param name="next">The owner of the row after; null for the last row. One that does not come after the owner has come in a delta, and is in no order.</param>
    public static int? Between(int owner, int? next)
    {
        var end = next > owner ? next.Value : int.MaxValue;
        for (var code = owner + 1; code < end && code <= (owner | ((1 << TagBits) - 1)); code++)
        {
            if (s_unasked.Contains(code & ((1 << TagBits) - 1)))
            {
                return code;
            }
        }

        return null;
    }
}
