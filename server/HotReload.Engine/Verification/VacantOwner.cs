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
}
