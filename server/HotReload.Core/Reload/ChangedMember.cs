using HotReload.Core.Buffers;

namespace HotReload.Core.Reload;

/// <summary>A member that a reload changed.</summary>
/// <param name="Kind">class, struct, record, interface, enum, delegate, method, constructor, property, field, event,
/// operator, indexer, statements (top-level code) or view (a Razor file).</param>
/// <param name="Name">The name with its containing types, as C# writes it: <c>Cart.Add(Item)</c>.</param>
/// <param name="Change">What happened to it.</param>
/// <param name="File">Full path; of what was generated from a file that only generators read, that file.</param>
/// <param name="Range">Where it stands in the new text; for a removed member, where it stood; for a generated one, what changed in its file.</param>
public sealed record ChangedMember(string Kind, string Name, MemberChange Change, string File, TextRange Range)
{
    /// <summary>Whether its new code has been called.</summary>
    public MemberCalls Calls { get; init; }
}
