namespace HotReload.Core.State;

/// <summary>How an <see cref="InitialValue"/> is made. The set is closed: whatever is not here is not made for an existing object.</summary>
public enum InitialValueKind
{
    /// <summary>A constant: <see cref="InitialValue.Type"/> names its type, <see cref="InitialValue.Text"/> is it, in the invariant culture.</summary>
    Constant,

    /// <summary>The type <see cref="InitialValue.Type"/> itself.</summary>
    TypeOf,

    /// <summary>An array of <see cref="InitialValue.Type"/>: its items, or where there are none as many as <see cref="InitialValue.Text"/> says.</summary>
    Array,

    /// <summary>A new object of <see cref="InitialValue.Type"/>, then <see cref="InitialValue.Calls"/> on it.</summary>
    Create,

    /// <summary>The static method, property or field <see cref="InitialValue.Text"/> of <see cref="InitialValue.Type"/>.</summary>
    Static,

    /// <summary>The method <see cref="InitialValue.Text"/> of the object that is made; only among <see cref="InitialValue.Calls"/>.</summary>
    Call,
}
